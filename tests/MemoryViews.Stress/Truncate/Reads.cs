using System;
using System.IO;
using System.Runtime.InteropServices;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>The ways to read, each of which checks what it was given.</summary>
internal static class Reads
{
    private const int MostItems = 40;

    public static Operation[] All { get; } =
    [
        new("get", Get),
        new("get in a grid", GetInGrid),
        new("iterate", Iterate),
        new("copy", Copy),
        new("copy every n-th", CopyStrided),
        new("copy turned", CopyTurned),
        new("to bytes", ToBytes),
        new("hexadecimal", Hex),
        new("stream", ReadStream),
        new("compare", Compare),
        new("first mismatch", Mismatch),
        new("search", Search),
        new("count", CountZeros),
        new("look again", LookAgain),
    ];

    private static void Get(Subject subject, Chance chance)
    {
        int place = chance.Below(subject.Length);
        byte value = chance.OneIn(2) ? subject.View.Get<byte>(place) : (byte)subject.View[place]!;
        subject.Check([value], place);
    }

    private static void GetInGrid(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        int rows = length / sizeof(int);
        if (rows > 0)
        {
            MemoryView grid = subject.View.Slice(low, rows * sizeof(int)).Cast("B", [rows, sizeof(int)]);
            (int row, int column) = (chance.Below(rows), chance.Below(sizeof(int)));
            subject.Check([grid.Get<byte>(row, column)], low + (row * sizeof(int)) + column);
            int item = subject.View.Slice(low, rows * sizeof(int)).Cast<int>().Get<int>(row);
            subject.Check(MemoryMarshal.AsBytes([item]), low + (row * sizeof(int)));
        }
    }

    private static void Iterate(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance, MostItems);
        subject.Check([.. subject.View.Slice(low, length).Items<byte>()], low);
    }

    private static void Copy(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        byte[] bytes = new byte[length];
        if (chance.OneIn(2))
        {
            subject.View.Slice(low, length).CopyTo(bytes.AsSpan());
        }
        else
        {
            subject.View.Slice(low, length).CopyTo(bytes.AsMemoryView());
        }

        subject.Check(bytes, low);
    }

    private static void CopyStrided(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        int step = chance.From(2, 9);
        subject.Check(subject.View[(low..(low + length)).By(step)].ToBytes(), low, step);
    }

    private static void CopyTurned(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        int columns = chance.From(1, 9), rows = length / columns;
        byte[] turned = subject.View.Slice(low, rows * columns).Reshape(rows, columns).Permute().ToBytes();
        for (int column = 0; column < columns; column++)
        {
            subject.Check(turned.AsSpan(column * rows, rows), low + column, columns);
        }
    }

    private static void ToBytes(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        subject.Check(subject.View.Slice(low, length).ToBytes(), low);
    }

    private static void Hex(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        subject.Check(Convert.FromHexString(subject.View.Slice(low, length).ToHexString()), low);
    }

    private static void ReadStream(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        byte[] bytes = new byte[length];
        using Stream stream = subject.View.AsStream();
        stream.Position = low;
        stream.ReadExactly(bytes);
        subject.Check(bytes, low);
    }

    private static void Compare(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        MemoryView part = subject.View.Slice(low, length), made = Content.View.Slice(low, length);
        bool isEqual = chance.OneIn(2) ? part.ContentEquals(made) : made.ContentEquals(part);
        Subject.Require(isEqual || !subject.IsCertain(low + length), () => $"bytes {low} to {low + length} are not what they were made");
        if (chance.OneIn(4))
        {
            Subject.Require(!part.ContentEquals(new byte[length].AsMemoryView()) || !subject.IsCertain(low + length), () => $"bytes {low} to {low + length} are zeros");
        }
    }

    private static void Mismatch(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        nint first = subject.View.Slice(low, length).FirstMismatch(Content.View.Slice(low, length));
        Subject.Require(first == -1 || !subject.IsCertain(low + (int)first + 1), () => $"byte {low + first} is not what it was made");
    }

    private static void Search(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance, Content.Period);
        int at = chance.Below(length), count = Math.Min(length - at, chance.From(8, 40));
        ReadOnlySpan<byte> wanted = Content.Bytes.Slice(low + at, count);
        int right = Content.Bytes.Slice(low, length).IndexOf(wanted);
        nint found = subject.View.Slice(low, length).IndexOf(wanted);
        Subject.Require(
            found == right || (!subject.IsCertain(low + length) && found >= -1),
            () => $"bytes {low + at} to {low + at + count} were found at {found} from {low}, and are at {right}");
    }

    private static void CountZeros(Subject subject, Chance chance)
    {
        (int low, int length) = subject.Part(chance);
        nint zeros = subject.View.Slice(low, length).Count((byte)0);
        Subject.Require(zeros == 0 || (zeros <= length && !subject.IsCertain(low + length)), () => $"{zeros} zeros in bytes {low} to {low + length}");
        nint foreign = subject.View.Slice(low, length).Count(Content.Foreign);
        Subject.Require(foreign == 0, () => $"{foreign} bytes of another file in bytes {low} to {low + length}");
    }

    private static void LookAgain(Subject subject, Chance chance)
    {
        using MemoryView again = new(subject.File);
        int place = chance.Below(subject.Length);
        subject.CheckEnd(subject.File.FileLength);
        subject.Check([again.Get<byte>(place)], place);
    }
}
