using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class RecordsInPlace
{
    public static void Packet()
    {
        byte[] packet = Convert.FromHexString(
            "4500002300000000401100000a0000017f000001" +       // IPv4: 20 bytes
            "d4310035000f0000" +                               // UDP: 8 bytes
            "7068747468656e");                                 // what it carries

        using MemoryView view = packet.AsMemoryView();
        MemoryView ip = view[..20].Cast(
            "T{>B:version:B:service:H:length:H:id:H:fragment:" +
            "B:ttl:B:protocol:H:checksum:(4)B:source:(4)B:destination:}");
        MemoryView udp = view[20..28].Cast("T{>H:source:H:destination:H:length:H:checksum:}");

        Console.WriteLine($"from {ip["source"][0, ..]:g} to {ip["destination"][0, ..]:g}");
        Console.WriteLine($"{ip["length"][0]} bytes, ttl {ip["ttl"][0]}");
        Console.WriteLine(udp[0]);

        ip["ttl"][0] = 63;                                     // one hop further, in the packet itself
        Console.WriteLine($"byte 8 is {packet[8]} now");
    }

    public static void LargeFile()
    {
        using ReadingsFile readings = ReadingsFile.Write(4_000_000);   // 16 bytes each: a number, a temperature, a time

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        using MappedFile file = MappedFile.Open(readings.Path);
        using MemoryView bytes = new(file);
        MemoryView records = bytes.Cast("T{<I:sensor:<f:temperature:<q:time:}");
        MemoryView temperatures = records["temperature"];      // every fourth float of the file, where it lies

        float highest = float.MinValue;
        using (ReadOnlyLease lease = temperatures.LeaseReadOnly())
        {
            foreach (ref readonly float temperature in lease.View1D<float>())
            {
                highest = Math.Max(highest, temperature);
            }
        }

        nint hottest = temperatures.IndexOf(highest);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine($"{temperatures}, {temperatures.Strides[0]} bytes apart, in {bytes.ByteLength:N0} bytes");
        Console.WriteLine($"the hottest of {records.Length:N0}: {records[hottest]}");
        Console.WriteLine($"{allocated:N0} bytes allocated on the way");
    }
}
