using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>Sequences of values and of buffers are user code at every step.</summary>
public sealed class SequenceTests
{
    // gh-142555: array.extend, array.fromlist.
    [Fact]
    public void Values_that_change_the_array_they_are_added_to_are_added_to_what_is_there_then()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);

        array.Extend(Doing(array.Clear, 7, 8));
        Assert.Equal([7, 8], array.ToBytes());

        array.FromList(Doing(() => array.Append(9), 10));
        Assert.Equal([7, 8, 9, 10], array.ToBytes());
    }

    [Fact]
    public void Values_that_lend_the_array_they_are_added_to_keep_it_as_it_was()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        MemoryView? held = null;

        Assert.Throws<BufferException>(() => array.Extend(Doing(() => held = new(array), 7, 8)));
        Assert.Equal([1, 2, 3], held!.ToBytes());
        held.Dispose();
    }

    [Fact]
    public void Values_that_are_the_array_s_own_items_read_through_a_view_are_refused_as_a_whole()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        using (MemoryView view = new(array))
        {
            Assert.Throws<BufferException>(() => array.Extend(view.Items<byte>().Select(item => (object?)item)));
        }

        Assert.Equal([1, 2, 3], array.ToBytes());
    }

    // gh-143003: __length_hint__ may lie.
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void How_many_values_a_list_says_it_has_is_not_believed(int says)
    {
        TypedArray array = new("B", new UserList(says, 1, 2, 3));
        array.Extend(new UserList(says, 4));

        Assert.Equal([1, 2, 3, 4], array.ToBytes());
    }

    [Fact]
    public void Values_that_end_in_an_exception_add_nothing()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);

        Assert.Throws<ArgumentException>(() => array.Extend(Failing()));
        Assert.Equal([1, 2, 3], array.ToBytes());
    }

    // gh-142884: a value that is looked for.
    [Fact]
    public void A_value_looked_for_cannot_take_the_items_away()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        UserList value = new(1, 2) { WhenAsked = array.Clear, WhenRead = array.Clear };

        Assert.Equal(-1, array.IndexOf(value));
        Assert.Equal(0, array.Count(value));
        Assert.Equal([1, 2, 3], array.ToBytes());

        // The refusal shows the value when the search is over: then the array may change.
        Assert.Throws<ViewArgumentException>(() => array.Remove(value));
        Assert.Equal(0, array.Length);
    }

    [Fact]
    public void A_value_whose_text_clears_the_array_it_is_refused_by_changes_no_item()
    {
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        UserText value = new(array.Clear);

        Assert.Throws<ItemTypeException>(() => array[1] = value);
        Assert.Throws<ItemTypeException>(() => array.Insert(3, value));
        Assert.Equal(0, array.Length);
    }

    // A step of an enumeration reads when it is reached.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_view_given_back_in_the_middle_of_its_enumeration_ends_it(bool isDisposed)
    {
        foreach (Func<MemoryView, IEnumerable<object?>> walk in s_walks)
        {
            using Poisoned bytes = Poisoned.Of(1, 2, 3);
            MemoryView view = new(bytes);
            using IEnumerator<object?> items = walk(view).GetEnumerator();
            Assert.True(items.MoveNext());
            (items.Current as IDisposable)?.Dispose();
            if (isDisposed)
            {
                view.Dispose();
            }
            else
            {
                view.Release();
            }

            bytes.Resize();

            Assert.Throws<ViewReleasedException>(() => items.MoveNext());
            Assert.True(bytes.IsGone);
        }
    }

    private static readonly Func<MemoryView, IEnumerable<object?>>[] s_walks =
    [
        view => Enumerated(view),
        view => view.Items<byte>().Select(item => (object?)item),
        view => view.Along(),
        view => new PythonView(view).Iterate(),
        view => new PythonView(view).Reversed(),
    ];

    // gh-143988: a list of buffers that changes, buffers that vanish.
    [Fact]
    public void Buffers_of_records_that_were_given_back_are_not_read()
    {
        using Poisoned bytes = Poisoned.Of(1, 0, 2, 0, 3, 0);
        MemoryView view = new(bytes);
        ReadOnlyMemoryOwner<byte> owner = view.BorrowReadOnlyMemory<byte>();
        using IEnumerator<object?[]> records = Struct.Parse("<h").Iterate(Pieces(owner.Memory)).GetEnumerator();
        Assert.True(records.MoveNext());
        Assert.Equal((short)1, records.Current[0]);

        owner.Dispose();
        view.Dispose();
        bytes.Resize();

        Assert.Throws<ViewReleasedException>(() => records.MoveNext());
    }

    [Fact]
    public void Records_of_a_view_that_is_given_back_end_with_it()
    {
        using Poisoned bytes = Poisoned.Of([.. Enumerable.Repeat((byte)1, 1 << 17)]);
        MemoryView view = new(bytes);
        using IEnumerator<object?[]> records = Struct.Parse("<h").Iterate(view).GetEnumerator();
        Assert.True(records.MoveNext());
        view.Dispose();
        bytes.Resize();

        // Records are read in chunks: what was read before the end is as it was.
        Assert.Throws<ViewReleasedException>(() =>
        {
            while (records.MoveNext())
            {
                Assert.Equal((short)0x0101, records.Current[0]);
            }
        });
    }

    [Fact]
    public void A_memory_manager_that_cannot_pin_has_its_pin_back()
    {
        Manager manager = new(length: 8);

        Assert.Throws<ViewArgumentException>(() => manager.Memory.AsMemoryView());
        Assert.Equal(1, manager.Pins);
        Assert.Equal(1, manager.Unpins);
    }

    [Fact]
    public void A_memory_manager_told_to_pin_again_by_its_own_unpin_is_told_once_each()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView view = new(bytes);
        IMemoryOwner<byte> owner = view.BorrowMemory<byte>();
        MemoryView again = owner.Memory.AsMemoryView();

        owner.Dispose();
        view.Dispose();

        Assert.Throws<BufferException>(bytes.Resize);
        Assert.Equal([1, 2, 3], again.ToBytes());
        again.Dispose();
        bytes.Resize();
    }

    private static IEnumerable<object?> Enumerated(MemoryView view)
    {
        foreach (object? item in view)
        {
            yield return item;
        }
    }

    private static IEnumerable<object?> Doing(Action first, params object?[] values)
    {
        first();
        foreach (object? value in values)
        {
            yield return value;
        }
    }

    private static IEnumerable<object?> Failing()
    {
        yield return 4;
        throw new ArgumentException("the user's");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> memory)
    {
        for (int at = 0; at < memory.Length; at += 2)
        {
            yield return memory.Slice(at, 2);
        }
    }

    // Its pin has no address.
    private sealed class Manager(int length) : MemoryManager<byte>
    {
        private readonly byte[] _bytes = new byte[length];

        public int Pins { get; private set; }

        public int Unpins { get; private set; }

        public override Span<byte> GetSpan() => _bytes;

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            return new(null, default(GCHandle), this);
        }

        public override void Unpin() => Unpins++;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
