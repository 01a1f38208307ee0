using System;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews.Files;

/// <summary>Writes members one after the other, stored, then the directory. The stream seeks: a checksum is filled in when its items have passed.</summary>
internal sealed class NpzWriter(Stream stream)
{
    public const string Suffix = ".npy";

    private readonly List<ZipRecord> _records = [];

    public void Write(IEnumerable<KeyValuePair<string, IBufferExporter>> arrays)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((string name, IBufferExporter source) in arrays)
        {
            if (string.IsNullOrEmpty(name) || !names.Add(name))
            {
                throw Error.MemberName(name);
            }

            using MemoryView view = new(source ?? throw Error.NoArray(name));
            WriteMember(name, view);
        }

        WriteDirectory();
    }

    private void WriteMember(string name, MemoryView view)
    {
        NpyWriter writer = new(view);

        // A header has some hundred bytes and a view at most 2^63 - 1: their sum passes only for views that no file can hold.
        ZipRecord record = new(name + Suffix, checked(writer.Header.Length + (long)writer.ByteLength), stream.Position);
        stream.Write(record.LocalHeader());
        ChecksumStream items = new(stream);
        items.Write(writer.Header);
        writer.WriteItems(items);
        record.Crc = items.Checksum;
        long end = stream.Position;
        stream.Position = record.Offset;
        stream.Write(record.LocalHeader());
        stream.Position = end;
        _records.Add(record);
    }

    private void WriteDirectory()
    {
        long start = stream.Position;
        foreach (ZipRecord record in _records)
        {
            stream.Write(record.DirectoryEntry());
        }

        stream.Write(ZipTail.Write(_records.Count, start, stream.Position - start));
    }
}
