using System.IO;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>The ways to write. Only one thread of a round does, so that it knows what it wrote.</summary>
internal static class Writes
{
    public static Operation[] All { get; } =
    [
        new("set", Set),
        new("fill", Fill),
        new("fill every n-th", FillStrided),
        new("write again what was there", Restore),
        new("copy within the file", Shift),
        new("write a stream", WriteStream),
        new("flush", Flush),
    ];

    private static void Set(Subject subject, Chance chance)
    {
        int place = chance.Below(subject.Length);
        if (chance.OneIn(2))
        {
            subject.View.Set(place, Content.Written);
        }
        else
        {
            subject.View[place] = Content.Written;
        }

        subject.CheckWritten([subject.View.Get<byte>(place)], place);
    }

    private static void Fill(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        MemoryView part = subject.View.Slice(low, length);
        part.Fill(Content.Written);
        subject.CheckWritten(part.ToBytes(), low);
    }

    private static void FillStrided(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        int step = chance.From(2, 9);
        MemoryView part = subject.View[(low..(low + length)).By(step)];
        part.Fill(Content.Written);
        subject.CheckWritten(part.ToBytes(), low, step);
    }

    private static void Restore(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        if (chance.OneIn(2))
        {
            subject.View.Slice(low, length).CopyFromBytes(Content.Bytes.Slice(low, length));
        }
        else
        {
            Content.View.Slice(low, length).CopyTo(subject.View.Slice(low, length));
        }
    }

    // Upwards only: zeros that a cut has left then come to lie behind that cut again.
    private static void Shift(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        int periods = (subject.Length - low - length) / Content.Period;
        subject.View.Slice(low, length).CopyTo(subject.View.Slice(low + (chance.Below(periods + 1) * Content.Period), length));
    }

    private static void WriteStream(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        using Stream stream = subject.View.AsStream();
        stream.Position = low;
        stream.Write(Content.Bytes.Slice(low, length));
    }

    private static void Flush(Subject subject, Chance chance)
    {
        if (chance.OneIn(40))
        {
            subject.File.Flush(); // waits for the disk
        }
    }
}
