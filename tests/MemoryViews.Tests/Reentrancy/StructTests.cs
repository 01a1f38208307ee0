using System;
using System.Buffers;
using MemoryViews.Tests.Compat;
using Xunit;
using static MemoryViews.Tests.Compat.Python;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>Values that are packed, and writers they are packed into, are user code.</summary>
public sealed class StructTests
{
    [Fact]
    public void A_value_that_gives_the_destination_back_is_packed_nowhere()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3, 4);
        MemoryView view = new(bytes);
        UserList value = new(2, 7, 8)
        {
            WhenAsked = () =>
            {
                view.Dispose();
                if (!bytes.IsGone)
                {
                    bytes.Resize();
                }
            },
        };

        Assert.Throws<ViewReleasedException>(() => Struct.Of(ItemFormat.Parse("(2)H")).PackInto(view, 0, value));
        Assert.True(bytes.IsGone);
        Assert.Equal([1, 2, 3, 4], bytes.Content);
    }

    [Fact]
    public void A_number_that_closes_the_memory_behind_a_lease_writes_into_what_the_lease_keeps()
    {
        using Poisoned bytes = Poisoned.Of(1, 2);
        using MemoryView view = new(bytes);
        UserNumber number = new(() =>
        {
            view.Dispose();
            Assert.Throws<BufferException>(bytes.Resize);
            bytes.Block.Dispose();
            return 7;
        });

        using (Lease lease = view.Lease())
        {
            new PythonStruct("<H").PackInto(lease.Bytes, 0, number);
        }

        Assert.True(bytes.IsGone);
        Assert.Equal([7, 0], bytes.Content);
    }

    [Fact]
    public void A_number_that_releases_a_view_while_it_is_packed_has_nothing_to_do_with_the_new_bytes()
    {
        PythonView view = View<byte>(1);
        UserNumber number = new(() =>
        {
            view.Release();
            return 7;
        });

        Assert.Equal([7, 0], new PythonStruct("<H").Pack(number));
        Assert.Equal([1], new PythonStruct("?").Pack(number));
    }

    [Fact]
    public void Arguments_that_are_exchanged_meanwhile_are_read_once_each()
    {
        object?[] values = [null, 2];
        values[0] = new UserNumber(() =>
        {
            values[1] = 9;
            return 1;
        });

        Assert.Equal([1, 9], new PythonStruct("BB").Pack(values));
    }

    [Fact]
    public void A_writer_that_packs_again_while_it_gives_room_has_both_records_whole()
    {
        Struct format = Struct.Parse("<HH");
        Writer writer = new();
        writer.WhenAsked = () =>
        {
            writer.WhenAsked = null;
            format.PackInto(writer, 3, 4);
        };

        format.PackInto(writer, 1, 2);

        Assert.Equal([3, 0, 4, 0, 1, 0, 2, 0], writer.Written);
    }

    // Beyond the stack the record is in an array of the pool: the inner one must get another.
    [Fact]
    public void So_has_one_of_records_too_long_for_the_stack()
    {
        Struct format = Struct.Parse("1000s");
        Writer writer = new();
        writer.WhenAsked = () =>
        {
            writer.WhenAsked = null;
            format.PackInto(writer, new byte[] { 3 });
        };

        format.PackInto(writer, new byte[] { 1 });

        Assert.Equal(2000, writer.Written.Length);
        Assert.Equal((3, 1), (writer.Written[0], writer.Written[1000]));
    }

    private sealed class Writer : IBufferWriter<byte>
    {
        private readonly ArrayBufferWriter<byte> _inner = new();

        public Action? WhenAsked { get; set; }

        public byte[] Written => _inner.WrittenSpan.ToArray();

        public void Advance(int count) => _inner.Advance(count);

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            WhenAsked?.Invoke();
            return _inner.GetMemory(sizeHint);
        }

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            WhenAsked?.Invoke();
            return _inner.GetSpan(sizeHint);
        }
    }
}
