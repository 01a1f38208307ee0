using System;

namespace MemoryViews;

/// <summary>Hashes of contents.</summary>
internal static class HashKernels
{
    /// <summary>A hash of the bytes of all items in C order: the same for the same bytes, whatever the shape and strides.</summary>
    public static int Run(scoped in Operand a)
    {
        ByteStream<HashSink> stream = new(default, stackalloc byte[1024], a.Layout.ItemSize);
        stream.Run(in a);
        return stream.Sink.Finish(a.Layout.ByteLength);
    }

    // HashCode takes whole integers from each block: blocks that are multiples of 4 bytes but for the last leave no trace of the cuts.
    private struct HashSink : IByteSink
    {
        private HashCode _hash;

        public bool Take(scoped ReadOnlySpan<byte> block)
        {
            _hash.AddBytes(block);
            return true;
        }

        public readonly int Finish(nint bytes)
        {
            HashCode hash = _hash;
            hash.Add(bytes);
            return hash.ToHashCode();
        }
    }
}
