using System;
using System.Globalization;
using System.IO;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>What is done to a file under those who use it.</summary>
internal enum DisturbanceKind
{
    Truncate,
    Extend,
    Replace,
    Delete,
}

/// <summary>One thing done to a file: cut or made longer to a length, or its name given to another file of that length, or taken away.</summary>
internal readonly record struct Disturbance(DisturbanceKind Kind, int Length)
{
    /// <summary>From here on the name leads to another file, or nowhere.</summary>
    public bool Detaches => Kind is DisturbanceKind.Replace or DisturbanceKind.Delete;

    /// <summary>Something to do to a file of a length. Ends lie anywhere, and often at a page's edge or a byte beside it.</summary>
    public static Disturbance Of(Chance chance, int length)
    {
        int kind = chance.Below(10);
        return kind switch
        {
            < 5 => new(DisturbanceKind.Truncate, EndBelow(chance, length)),
            < 8 => new(DisturbanceKind.Extend, length + EndBelow(chance, length + 8192)),
            8 => new(DisturbanceKind.Replace, EndBelow(chance, 8192)),
            _ => new(DisturbanceKind.Delete, 0),
        };
    }

    /// <summary>Does it. A file that is not there any more stays so.</summary>
    public void Do(string path)
    {
        switch (Kind)
        {
            case DisturbanceKind.Replace:
                Content.WriteForeignTo(path + ".new", Length);
                File.Move(path + ".new", path, overwrite: true);
                break;
            case DisturbanceKind.Delete:
                File.Delete(path);
                break;
            default:
                if (File.Exists(path))
                {
                    using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                    stream.SetLength(Length);
                }

                break;
        }
    }

    /// <summary>The same as a line of the shell, in which $1 is the file and $2 one to take its name.</summary>
    public string Line => Kind switch
    {
        DisturbanceKind.Replace => "mv -f \"$2\" \"$1\"",
        DisturbanceKind.Delete => "rm -f \"$1\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"truncate -c -s {Length} \"$1\""),
    };

    private static int EndBelow(Chance chance, int limit) => chance.Below(4) switch
    {
        0 => 0,
        1 => Math.Clamp((chance.Below(limit) & ~4095) + chance.From(-1, 1), 0, Math.Max(limit - 1, 0)),
        _ => chance.Below(limit),
    };
}
