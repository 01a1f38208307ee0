using System;
using System.Linq;
using System.Text;

namespace MemoryViews.Samples.NetworkPacket;

/// <summary>
/// A frame from the wire taken apart, and turned into its own answer in the buffer that it came in. Nothing is copied out.
/// <code>
///   |0         |14                  |34       |42
///   | Ethernet | IPv4               | UDP     | "ping"
/// </code>
/// </summary>
internal static class Program
{
    private const string Ethernet = "T{(6)B:destination:(6)B:source:>H:type:}";
    private const string IPv4 = "T{>B:version:B:service:H:length:H:id:H:fragment:B:ttl:B:protocol:H:checksum:(4)B:source:(4)B:destination:}";
    private const string Udp = "T{>H:source:H:destination:H:length:H:checksum:}";

    public static void Main()
    {
        byte[] buffer = new byte[2048];                    // what a socket would fill, larger than any frame
        Convert.FromHexString(
            "0a0b0c0d0e0f" + "020202020202" + "0800" +
            "450000200001000040110000" + "c0a80001" + "c0a80002" +
            "d4310007000c0000" + "70696e67").CopyTo(buffer, 0);

        using MemoryView frame = buffer.AsMemoryView();
        MemoryView ethernet = frame[..14].Cast(Ethernet).Reshape();    // one record: rank 0, fields without an index
        MemoryView ip = frame[14..34].Cast(IPv4).Reshape();
        MemoryView udp = frame[34..42].Cast(Udp).Reshape();
        MemoryView payload = frame.Slice(42, udp["length"].Get<ushort>() - 8);

        ip["checksum"].Set([], Checksum(frame[14..34]));
        Print("request", ethernet, ip, udp, payload);

        Swap(ethernet["source"], ethernet["destination"]);
        Swap(ip["source"], ip["destination"]);
        Swap(udp["source"], udp["destination"]);
        payload.CopyFrom("pong"u8);
        ip["ttl"].Set([], (byte)64);
        ip["checksum"].Set([], (ushort)0);
        ip["checksum"].Set([], Checksum(frame[14..34]));
        Print("answer", ethernet, ip, udp, payload);
        Console.WriteLine($"bytes {frame[..46].ToHexString()}");
    }

    /// <summary>The Internet checksum: the ones' complement of the ones' complement sum of 16-bit numbers in network order.</summary>
    private static ushort Checksum(MemoryView header)
    {
        int sum = header.Cast(">H").Items<ushort>().Sum(number => number);
        while (sum > 0xffff)
        {
            sum = (sum & 0xffff) + (sum >> 16);
        }

        return (ushort)~sum;
    }

    private static void Swap(MemoryView first, MemoryView second)
    {
        byte[] kept = first.ToBytes();
        second.CopyTo(first);
        second.CopyFromBytes(kept);
    }

    private static void Print(string what, MemoryView ethernet, MemoryView ip, MemoryView udp, MemoryView payload)
    {
        Console.WriteLine($"{what,-8} {ethernet["source"].ToHexString(':')} -> {ethernet["destination"].ToHexString(':')}");
        Console.WriteLine($"{"",-8} {Dotted(ip["source"])}:{udp["source"].Get<int>()} -> {Dotted(ip["destination"])}:{udp["destination"].Get<int>()}");
        Console.WriteLine($"{"",-8} checksum 0x{ip["checksum"].Get<ushort>():x4}, \"{Encoding.ASCII.GetString(payload.ToBytes())}\"");
    }

    private static string Dotted(MemoryView address) => string.Join('.', address.Items<byte>());
}
