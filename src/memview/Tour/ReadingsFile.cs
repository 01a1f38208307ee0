using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MemoryViews.Command.Tour;

/// <summary>A temporary file of sensor readings for the tour, gone when disposed.</summary>
internal sealed class ReadingsFile : IDisposable
{
    private const int ChunkRecords = 1 << 14;

    private ReadingsFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Writes records of 16 bytes: sensor (u32), temperature (f32), time (i64), as little-endian numbers.</summary>
    public static ReadingsFile Write(int records)
    {
        ReadingsFile file = new(System.IO.Path.GetTempFileName());
        try
        {
            file.Fill(records);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Deletes the file. Where a mapped file cannot be deleted yet, it is left to the system's folder of temporary files.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (IOException)
        {
            // Windows keeps files that are mapped; a tour is no place to fail over that.
        }
        catch (UnauthorizedAccessException)
        {
            // The same refusal, as Windows gives it for some mappings.
        }
    }

    private void Fill(int records)
    {
        using FileStream stream = File.Create(Path);
        using MemoryView chunk = new Reading[ChunkRecords].AsMemoryView();
        uint random = 1;
        for (int done = 0; done < records; done += ChunkRecords)
        {
            int count = Math.Min(ChunkRecords, records - done);
            using Lease lease = chunk.Lease();
            Span<Reading> readings = lease.Span<Reading>()[..count];
            for (int i = 0; i < count; i++)
            {
                // A linear congruential generator: the same readings on every machine.
                random = unchecked((random * 1664525) + 1013904223);
                readings[i] = new Reading { Sensor = random >> 28, Temperature = 15 + ((random >> 8) % 2_000_003 * 1e-5f), Time = 1_700_000_000 + done + i };
            }

            stream.Write(MemoryMarshal.AsBytes(readings));
        }
    }

    private struct Reading
    {
        public uint Sensor;
        public float Temperature;
        public long Time;
    }
}
