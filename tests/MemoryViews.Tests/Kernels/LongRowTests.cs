using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests;

public unsafe class LongRowTests
{
    // Zeroed memory that is only read takes address space and no pages of its own: 2 GiB are cheap to look through.
    [Fact]
    public void A_row_beyond_2_to_the_31_bytes_is_one_row()
    {
        nint length = ((nint)1 << 31) + 100;
        byte* memory = (byte*)NativeMemory.AllocZeroed((nuint)length);
        try
        {
            memory[int.MaxValue] = 1;
            memory[length - 1] = 2;
            Operand all = new(ref Unsafe.AsRef<byte>(memory), Layout.Contiguous(1, [length]));
            Assert.Equal(length - 1, SearchKernels.IndexOf(in all, [2], 5));
            Assert.Equal(int.MaxValue, SearchKernels.IndexOfPattern(in all, [1, 0, 0], 0));
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    [Fact]
    public void A_pattern_too_long_to_stage_is_refused_before_anything_is_read()
    {
        byte* memory = (byte*)NativeMemory.AllocZeroed(int.MaxValue);
        try
        {
            Operand repeated = new(ref Unsafe.AsRef<byte>(memory), Layout.Contiguous(1, []).BroadcastTo((nint)1 << 40));
            ViewArgumentException? refusal = null;
            try
            {
                SearchKernels.IndexOfPattern(in repeated, new ReadOnlySpan<byte>(memory, int.MaxValue), 0);
            }
            catch (ViewArgumentException error)
            {
                refusal = error;
            }

            Assert.Equal(ViewErrorCode.InvalidArgument, refusal?.Code);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }
}
