using System;

namespace MemoryViews.Stress.Fuzz;

/// <summary>Random choices that the seed alone decides (SplitMix64), on every machine and version of .NET.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number in which every bit depends on every bit of both.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        ulong mixed = a + (b * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state, 0);
    }

    /// <summary>0 to limit - 1; 0 for a limit of 0.</summary>
    public int Below(int limit) => limit <= 0 ? 0 : (int)(Next() % (uint)limit);

    /// <summary>low to high, both included.</summary>
    public int From(int low, int high) => low + Below(high - low + 1);

    public bool OneIn(int tries) => Below(tries) == 0;

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public T Of<T>(T[] choices) => choices[Below(choices.Length)];

    /// <summary>
    /// Bytes as memory has them: anything, or few values, so that searches find and comparisons agree; 0x3F, 0x7F and 0xF0 make ordinary floats,
    /// infinities and NaNs.
    /// </summary>
    public byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        ReadOnlySpan<byte> few = [0, 0, 0, 0, 1, 2, 0x3F, 0x40, 0x7F, 0x80, 0xF0, 0xFF];
        int kind = Below(4);
        for (int i = 0; i < length; i++)
        {
            bytes[i] = kind switch
            {
                0 => (byte)Next(),
                1 => (byte)i,
                2 => (byte)Below(2),
                _ => few[Below(few.Length)],
            };
        }

        return bytes;
    }

    /// <summary>An axis length: mostly short, 0 and 1 among them.</summary>
    public int Extent(int most) => Math.Min(most, OneIn(8) ? Below(2) : From(1, 6));
}
