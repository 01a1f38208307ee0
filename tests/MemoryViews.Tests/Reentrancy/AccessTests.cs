using System;
using MemoryViews.Tests.Exporters;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>The body given to Access is user code inside a lease: nothing it does takes the span's memory away.</summary>
public sealed class AccessTests : MappedFileFolder
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_body_that_gives_the_view_back_still_has_its_span(bool isWritable)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        byte[] seen = [];
        if (isWritable)
        {
            view.Access(0, (Span<byte> span, int _) =>
            {
                view.Dispose();
                span[0] = 9;
                seen = span.ToArray();
            });
        }
        else
        {
            view.Access(0, (ReadOnlySpan<byte> span, int _) =>
            {
                view.Dispose();
                seen = span.ToArray();
            });
        }

        Assert.Equal([(byte)(isWritable ? 9 : 1), 2, 3], seen);
        Assert.Equal(0, bytes.Loans);
        Assert.True(view.IsReleased);
    }

    [Fact]
    public void A_body_cannot_resize_the_exporter_even_when_it_has_given_every_view_back()
    {
        ByteArray bytes = new([1, 2, 3]);
        MemoryView view = new(bytes);

        view.Access(bytes, (Span<byte> span, ByteArray owner) =>
        {
            view.Dispose();
            BufferException refusal = Assert.Throws<BufferException>(owner.Clear);
            Assert.Single(refusal.Holders);
            Assert.Throws<BufferException>(() => owner.Append(4));
            span[0] = 9;
        });

        Assert.Equal([9, 2, 3], bytes.ToArray());
        bytes.Clear();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_body_cannot_close_the_memory_by_Fail_or_Wait(bool isNative)
    {
        using Poisoned lent = Poisoned.Of(1, 2, 3);
        using NativeBuffer native = NativeBuffer.Allocate(3);
        MemoryBlock block = isNative ? native : lent.Block;
        using MemoryView view = isNative ? new(native) : new(lent);

        view.Access(block, static (Span<byte> span, MemoryBlock owner) =>
        {
            Assert.Throws<BufferException>(() => owner.Close());
            Assert.Throws<BufferException>(() => owner.Close(ClosePolicy.Wait));
            span.Fill(5);
        });

        Assert.Equal([5, 5, 5], view.ToBytes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_body_that_closes_by_Defer_writes_what_nobody_sees_any_more(bool isNative)
    {
        using Poisoned lent = Poisoned.Of(1, 2, 3);
        using NativeBuffer native = NativeBuffer.Allocate(3);
        MemoryBlock block = isNative ? native : lent.Block;
        using MemoryView view = isNative ? new(native) : new(lent);
        byte[] seen = [];

        view.Access(block, (Span<byte> span, MemoryBlock owner) =>
        {
            owner.Dispose();
            Assert.Throws<ViewReleasedException>(() => view[0]);
            Assert.Throws<ViewReleasedException>(() => view.Lease().Dispose());
            span.Fill(5);
            seen = span.ToArray();
        });

        Assert.Equal([5, 5, 5], seen);
        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
        Assert.Equal(!isNative, lent.IsGone);
    }

    [Fact]
    public void A_body_cannot_resize_the_mapped_file_it_writes_to()
    {
        using MappedFile file = MappedFile.Open(Write([1, 2, 3]), MapAccess.ReadWrite);
        MemoryView view = new(file);

        view.Access(file, (Span<byte> span, MappedFile mapped) =>
        {
            view.Dispose();
            Assert.Throws<BufferException>(() => mapped.Resize(1));
            Assert.Throws<BufferException>(() => mapped.Resize(1 << 20));
            Assert.Throws<BufferException>(() => mapped.Close());
            span[0] = 9;
        });

        using MappedFile longer = file.Resize(4);
        using MemoryView after = new(longer);
        Assert.Equal([9, 2, 3, 0], after.ToBytes());
    }

    [Fact]
    public void A_body_may_enter_the_same_view_again_and_copy_it_over_itself()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        using MemoryView view = new(bytes);

        view.Access(view, static (Span<byte> outer, MemoryView again) =>
        {
            again.Access(0, static (Span<byte> inner, int _) => inner[0] = 8);
            again[1..].CopyFromBytes(outer[..3]);
            outer[0]++;
        });

        Assert.Equal([9, 8, 2, 3], view.ToBytes());
    }

    [Fact]
    public void A_body_that_throws_gives_its_lease_back()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(3);
        MemoryView view = new(buffer);

        Assert.Throws<ArgumentException>(() => view.Access(0, static (Span<byte> _, int _) => throw new ArgumentException("the user's")));

        view.Dispose();
        buffer.Close();
    }
}
