using System;
using System.IO;
using System.Linq;
using System.Threading;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>
/// A fresh file, opened, and used by two threads while a third or another process cuts it, makes it longer, and takes its name away. One of the
/// two writes where that is allowed. Closed afterwards, nothing of it is left open.
/// </summary>
internal sealed class Round
{
    private const int OperationsOfEach = 12;
    private const int MostOfEach = 40;
    private const int MostUnderPrograms = 5000; // they take their time

    private static readonly MapAccess[] s_accesses = Enum.GetValues<MapAccess>();

    private readonly Chance _chance;
    private readonly string _path;
    private readonly int _length;
    private readonly MapAccess _access;
    private readonly bool _isChecked;
    private readonly int _most;
    private readonly Ends _ends;
    private readonly Disturber _disturber;

    /// <param name="seed">Of every choice.</param>
    /// <param name="folder">Where the file is made.</param>
    /// <param name="isProcess">Whether another process disturbs it.</param>
    /// <param name="isChecked">Whether it is opened as a checked file.</param>
    public Round(ulong seed, string folder, bool isProcess, bool isChecked)
    {
        _chance = new(seed);
        _path = Path.Combine(folder, "file");
        _access = _chance.Of(s_accesses);
        _isChecked = isChecked;
        _most = isProcess ? MostUnderPrograms : MostOfEach;
        _length = _chance.Below(16) switch
        {
            0 => _chance.From(Content.MostBytes / 2, Content.MostBytes), // more than one piece
            < 4 => _chance.From(1, 8192),
            _ => _chance.From(8192, 200_000),
        };
        _ends = new(_length);
        _disturber = new(_path, _length, _ends, OperationsOfEach * 2, isProcess, _chance);
    }

    /// <summary>Runs it; null, or what went wrong.</summary>
    public string? Run(Counts counts)
    {
        Content.WriteTo(_path, _length);
        string? fault;
        using (MappedFile file = MappedFile.Open(_path, _access, isChecked: _isChecked))
        {
            fault = Use(file, counts) ?? LeftOf(file);
        }

        fault ??= OpenFiles.In(Path.GetDirectoryName(_path)!);
        fault ??= FaultOnDisk();
        File.Delete(_path);
        return fault is null ? null : $"{_access}, {_length} bytes, {fault}";
    }

    private string? Use(MappedFile file, Counts counts)
    {
        using MemoryView view = new(file, _access == MapAccess.ReadOnly ? BufferRequest.FullReadOnly : BufferRequest.Full);
        Subject subject = new(file, view, _ends);
        Worker[] workers =
        [
            new(subject, _access == MapAccess.ReadOnly ? Reads.All : [.. Reads.All, .. Writes.All], new Chance(_chance.Next())),
            new(subject, Reads.All, new Chance(_chance.Next())),
        ];
        bool isDisturbed = false;
        Thread[] threads = Array.ConvertAll(workers, worker => new Thread(() => worker.Run(OperationsOfEach, _most, () => Volatile.Read(ref isDisturbed))));
        Array.ForEach(threads, thread => thread.Start());
        try
        {
            _disturber.Run(() => workers.Sum(worker => worker.Progress));
        }
        finally
        {
            Volatile.Write(ref isDisturbed, true);
            Array.ForEach(threads, thread => thread.Join());
        }

        counts.Add(_access, _disturber.Done, workers);
        return workers.Select(worker => worker.Fault).FirstOrDefault(fault => fault is not null);
    }

    // Refused operations have left what they entered: nobody holds the file, and it closes.
    private static string? LeftOf(MappedFile file)
    {
        try
        {
            file.Close();
            return null;
        }
        catch (BufferException e)
        {
            return "held after the last view has gone: " + e.Message;
        }
    }

    // Only a file opened for that was written to, and a file that took its name never.
    private string? FaultOnDisk()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = File.ReadAllBytes(_path);
        bool isOther = bytes.Contains(Content.Foreign);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isRight = bytes[i] == 0
                || (isOther ? bytes[i] == Content.Foreign : (i < _length && bytes[i] == Content.Bytes[i]) || (bytes[i] == Content.Written && _access == MapAccess.ReadWrite));
            if (!isRight)
            {
                return $"byte {i} on the disk is {bytes[i]}";
            }
        }

        return null;
    }
}
