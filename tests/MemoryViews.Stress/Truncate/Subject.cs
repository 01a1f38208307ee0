using System;
using System.Globalization;
using System.Text.RegularExpressions;
using Chance = MemoryViews.Stress.Fuzz.Chance;

namespace MemoryViews.Stress.Truncate;

/// <summary>The file of one round as the operations see it, and what they may see in it.</summary>
internal sealed partial class Subject(MappedFile file, MemoryView view, Ends ends)
{
    private const int ShortPart = 600;

    public MappedFile File => file;

    /// <summary>All of the file, as bytes.</summary>
    public MemoryView View => view;

    public int Length => (int)view.Length;

    private bool MayBeWritten => file.Access != MapAccess.ReadOnly;

    /// <summary>A part of the file: mostly short, sometimes most of it.</summary>
    public (int Low, int Length) Part(Chance chance, int most = Content.MostBytes)
    {
        int length = Math.Min(Math.Min(most, Length), chance.OneIn(6) ? 1 + chance.Below(Length) : 1 + chance.Below(ShortPart));
        return (chance.Below(Length - length + 1), length);
    }

    /// <summary>Bytes just read, which lie in the file from a place on, a step apart.</summary>
    public void Check(ReadOnlySpan<byte> seen, int low, int step = 1)
    {
        (long zerosLow, long zerosHigh) = ends.Zeros(file.Access == MapAccess.ReadWrite);
        for (int i = 0, place = low; i < seen.Length; i++, place += step)
        {
            byte value = seen[i];
            if (value != Content.Bytes[place] && !(value == Content.Written && MayBeWritten) && !(value == 0 && place >= zerosLow && place < zerosHigh))
            {
                throw new Fault(string.Create(
                    CultureInfo.InvariantCulture, $"byte {place} is {value}, was made as {Content.Bytes[place]}, and zeros may lie from {zerosLow} to {zerosHigh}"));
            }
        }
    }

    /// <summary>Bytes that this thread, the only writer, has just written. What a file keeps to itself, nobody can cut away.</summary>
    public void CheckWritten(ReadOnlySpan<byte> seen, int low, int step = 1)
    {
        long zerosLow = file.Access == MapAccess.CopyOnWrite ? long.MaxValue : ends.Lowest;
        for (int i = 0, place = low; i < seen.Length; i++, place += step)
        {
            if (seen[i] != Content.Written && !(seen[i] == 0 && place >= zerosLow))
            {
                throw new Fault(string.Create(CultureInfo.InvariantCulture, $"byte {place} was written and is {seen[i]}, and zeros may lie from {zerosLow} on"));
            }
        }
    }

    /// <summary>Whether the bytes below a place were all there all the time, and nobody wrote to them: then only one answer is right.</summary>
    public bool IsCertain(int high) => !MayBeWritten && high <= ends.Lowest;

    /// <summary>An end that the file said it has.</summary>
    public void CheckEnd(long end)
    {
        if (!ends.MayBe(end, file.Access == MapAccess.ReadWrite))
        {
            throw new Fault(string.Create(CultureInfo.InvariantCulture, $"the file was said to end at {end}, where it never ended"));
        }
    }

    /// <summary>A refusal names an end that the file has had, and bytes that were not there at some time.</summary>
    public void CheckRefusal(ViewFileException refusal)
    {
        GroupCollection parts = Refusal().Match(refusal.Message).Groups;
        if (!parts[0].Success)
        {
            throw new Fault("refused without an end: " + refusal.Message);
        }

        CheckEnd(NumberIn(parts[1]));
        (long low, long high) = (NumberIn(parts[2]), NumberIn(parts[3]));
        if (low < 0 || low > high || high > Length || high <= ends.Lowest)
        {
            throw new Fault("refused for bytes that were there: " + refusal.Message);
        }
    }

    public static void Require(bool holds, Func<string> what)
    {
        if (!holds)
        {
            throw new Fault(what());
        }
    }

    private static long NumberIn(Group group) => long.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"now ends after (\d+) bytes, but bytes (\d+) to (\d+) were asked")]
    private static partial Regex Refusal();
}
