using System;
using System.Runtime.CompilerServices;

namespace MemoryViews.Stress.Guard;

/// <summary>The library's own kernels, told of one item too many.</summary>
internal static class BrokenKernel
{
    public const string Variable = "MEMORYVIEWS_STRESS_GUARD";
    public const string Sound = "stay inside";

    private const int Items = 1000;

    public static ReadOnlySpan<string> Names => new string[] { Sound, "read behind", "read before", "write behind", "write before" };

    // Buffers lie flush against the pages behind and before in turns: of two, one shows a read too far.
    public static void Run(string name)
    {
        for (int turn = 0; turn < 2; turn++)
        {
            using NativeBuffer buffer = NativeBuffer.Allocate(Items);
            Reach(buffer, name);
        }
    }

    private static unsafe void Reach(NativeBuffer buffer, string name)
    {
        nint first = name.EndsWith("before", StringComparison.Ordinal) ? -1 : 0, count = name == Sound ? Items : Items + 1;
        Operand operand = new(ref Unsafe.AsRef<byte>((void*)(buffer.Start + first)), Layout.Contiguous(1, [count]));
        if (name.StartsWith("write", StringComparison.Ordinal))
        {
            FillKernels.Run(in operand, [7]);
        }
        else
        {
            SearchKernels.Count(in operand, ItemFormat.UInt8, [7]);
        }
    }
}
