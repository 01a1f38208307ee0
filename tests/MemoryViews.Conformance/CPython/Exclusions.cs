using System;
using System.Collections.Generic;
using System.IO;

namespace MemoryViews.Conformance;

/// <summary>The tests that cannot apply to another type than CPython's own, one by one, each with its reason: the file cannot-apply.txt.</summary>
internal sealed class Exclusions
{
    private readonly List<Entry> _entries = [];

    public static Exclusions Read(TextReader reader)
    {
        Exclusions exclusions = new();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                exclusions._entries.Add(Entry.Parse(line));
            }
        }

        return exclusions;
    }

    /// <summary>The file inside this program.</summary>
    public static Exclusions ReadOwn()
    {
        using StreamReader reader = new(typeof(Exclusions).Assembly.GetManifestResourceStream("cannot-apply.txt")!);
        return Read(reader);
    }

    /// <summary>Why a test cannot apply; null when it does.</summary>
    public string? ReasonOf(string test, Version version) => _entries.Find(entry => entry.Test == test && entry.From <= version)?.Reason;

    // "3.12 | test_buffer.TestPythonBufferProtocol.test_x | why", from that version on.
    private sealed record Entry(Version From, string Test, string Reason)
    {
        public static Entry Parse(string line)
        {
            string[] parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
            return parts.Length == 3 && parts[2].Length > 0 && Version.TryParse(parts[0], out Version? from)
                ? new(from, parts[1], parts[2])
                : throw new VectorException($"cannot-apply.txt: '{line}' is not 'version | test | reason'.");
        }
    }
}
