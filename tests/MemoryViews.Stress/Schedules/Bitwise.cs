using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MemoryViews.Stress.Schedules;

/// <summary>States are equal when their bytes are. They have no padding, which nobody would keep.</summary>
internal sealed class Bitwise<T> : IEqualityComparer<T>
    where T : unmanaged
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    public static ReadOnlySpan<byte> BytesOf(in T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));

    public bool Equals(T x, T y) => BytesOf(in x).SequenceEqual(BytesOf(in y));

    public int GetHashCode(T value)
    {
        ReadOnlySpan<byte> bytes = BytesOf(in value);
        ulong hash = 0;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes)) * Multiplier, 29);
        }

        foreach (byte b in bytes)
        {
            hash = BitOperations.RotateLeft((hash ^ b) * Multiplier, 29);
        }

        return (int)(hash >> 32) ^ (int)hash;
    }
}
