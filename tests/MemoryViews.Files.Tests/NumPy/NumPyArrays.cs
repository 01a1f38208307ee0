using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MemoryViews.Files.Tests;

/// <summary>All arrays, written by NumPy in one go, saved again by us, and those looked at by NumPy in one go.</summary>
public sealed class NumPyArrays : IDisposable
{
    private readonly TemporaryDirectory _theirs = new();
    private readonly TemporaryDirectory _ours = new();
    private readonly Lazy<IReadOnlyDictionary<string, string>> _verdicts;

    public NumPyArrays()
    {
        _verdicts = new(Judge);
        if (NumPyWitness.IsThere)
        {
            File.WriteAllLines(_theirs["cases"], NumPyCase.All.Select(one => one.Line));
            NumPyWitness.Ask("write", _theirs.Path);
        }
    }

    public string PathOf(NumPyCase one) => _theirs[one.Name + ".npy"];

    public byte[] ItemsOf(NumPyCase one) => File.ReadAllBytes(_theirs[one.Name + ".bin"]);

    /// <summary>"ok", or what NumPy found in the file that we made of strided, reversed views of the same items.</summary>
    public string VerdictOn(NumPyCase one) => _verdicts.Value.GetValueOrDefault(one.Name, "was not looked at");

    public void Dispose()
    {
        _theirs.Dispose();
        _ours.Dispose();
    }

    private Dictionary<string, string> Judge()
    {
        File.Copy(_theirs["cases"], _ours["cases"]);
        foreach (NumPyCase one in NumPyCase.All)
        {
            using NpyFile file = NpyFile.Open(PathOf(one), options: new NpyOptions { MaxHeaderBytes = 1 << 20 });
            using MemoryView spread = Spread.Of(file.View);
            NpyFile.Save(_ours[one.Name + ".npy"], spread);
            File.WriteAllBytes(_ours[one.Name + ".bin"], file.View.ToBytes());
        }

        return NumPyWitness.Ask("check", _ours.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(line => line[..line.IndexOf(' ', StringComparison.Ordinal)], line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }
}
