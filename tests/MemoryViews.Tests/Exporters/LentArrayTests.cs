using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>ByteArray and TypedArray while a view holds them: what changes the size is refused and changes nothing, the rest goes on.</summary>
public class LentArrayTests
{
    private static readonly Dictionary<string, Action<ByteArray>> s_byteResizes = new()
    {
        ["Append"] = bytes => bytes.Append(1),
        ["Extend"] = bytes => bytes.Extend("xy"u8),
        ["Extend by itself"] = bytes => bytes.Extend(bytes),
        ["Extend by an array"] = bytes => bytes.Extend(new TypedArray("h", [1])),
        ["Insert"] = bytes => bytes.Insert(0, 7),
        ["Pop"] = bytes => bytes.Pop(),
        ["RemoveAt"] = bytes => bytes.RemoveAt(0),
        ["RemoveRange"] = bytes => bytes.RemoveRange(1..2),
        ["RemoveRange with a step"] = bytes => bytes.RemoveRange((..).By(2)),
        ["RemoveRange backwards"] = bytes => bytes.RemoveRange((..).By(-1)),
        ["Remove"] = bytes => bytes.Remove((byte)'a'),
        ["Clear"] = bytes => bytes.Clear(),
        ["Reset"] = bytes => bytes.Reset("new"u8),
        ["Reset to as many"] = bytes => bytes.Reset("ghijkl"u8),
        ["Resize up"] = bytes => bytes.Resize(7),
        ["Resize down"] = bytes => bytes.Resize(5),
        ["TakeBytes"] = bytes => bytes.TakeBytes(),
        ["TakeBytes of one"] = bytes => bytes.TakeBytes(1),
        ["TakeBytes of none"] = bytes => bytes.TakeBytes(0),
        ["Repeat 0"] = bytes => bytes.Repeat(0),
        ["Repeat 2"] = bytes => bytes.Repeat(2),
        ["Replace by more"] = bytes => bytes.ReplaceRange(0..1, "QQQ"u8),
        ["Replace by fewer"] = bytes => bytes.ReplaceRange(0..2, ""u8),
        ["Replace with a step by none"] = bytes => bytes.ReplaceRange((..).By(2), ""u8),
    };

    private static readonly Dictionary<string, (Action<ByteArray> Run, string After)> s_byteNeutrals = new()
    {
        ["Extend by nothing"] = (bytes => bytes.Extend(""u8), "abcdef"),
        ["Extend by an empty exporter"] = (bytes => bytes.Extend(Bytes.Empty), "abcdef"),
        ["Repeat 1"] = (bytes => bytes.Repeat(1), "abcdef"),
        ["Replace by as many"] = (bytes => bytes.ReplaceRange(0..2, "QQ"u8), "QQcdef"),
        ["Replace by as many of its own"] = (bytes => bytes.ReplaceRange(0..6, bytes), "abcdef"),
        ["Replace with a step by as many"] = (bytes => bytes.ReplaceRange((..).By(-2), "123"u8), "a3c2e1"),
        ["Replace nothing by nothing"] = (bytes => bytes.ReplaceRange(3..1, ""u8), "abcdef"),
        ["Remove nothing"] = (bytes => bytes.RemoveRange(9..), "abcdef"),
        ["Resize to the same"] = (bytes => bytes.Resize(6), "abcdef"),
        ["Reverse"] = (bytes => bytes.Reverse(), "fedcba"),
        ["Set an item"] = (bytes => bytes[-1] = (byte)'F', "abcdeF"),
    };

    private static readonly Dictionary<string, Action<TypedArray>> s_arrayResizes = new()
    {
        ["Append"] = array => array.Append(1),
        ["Extend"] = array => array.Extend(new TypedArray("h", [1])),
        ["Extend by itself"] = array => array.Extend(array),
        ["Extend by values"] = array => array.Extend([1, 2]),
        ["FromList"] = array => array.FromList([1]),
        ["FromBytes"] = array => array.FromBytes([1, 0]),
        ["FromStream"] = array => array.FromStream(new System.IO.MemoryStream([1, 0]), 1),
        ["Insert"] = array => array.Insert(0, 7),
        ["Pop"] = array => array.Pop(),
        ["RemoveAt"] = array => array.RemoveAt(0),
        ["RemoveRange"] = array => array.RemoveRange((..).By(3)),
        ["Remove"] = array => array.Remove(3),
        ["Clear"] = array => array.Clear(),
        ["Repeat 0"] = array => array.Repeat(0),
        ["Repeat 2"] = array => array.Repeat(2),
        ["Replace by more"] = array => array.ReplaceRange(0..1, new TypedArray("h", [1, 2, 3])),
        ["Replace by fewer"] = array => array.ReplaceRange(0..2, new TypedArray("h")),
    };

    private static readonly Dictionary<string, (Action<TypedArray> Run, object?[] After)> s_arrayNeutrals = new()
    {
        ["Extend by an empty array"] = (array => array.Extend(new TypedArray("h")), [(short)3, (short)1, (short)2, (short)5]),
        ["Extend by no values"] = (array => array.Extend([]), [(short)3, (short)1, (short)2, (short)5]),
        ["FromStream of none"] = (array => array.FromStream(System.IO.Stream.Null, 0), [(short)3, (short)1, (short)2, (short)5]),
        ["Repeat 1"] = (array => array.Repeat(1), [(short)3, (short)1, (short)2, (short)5]),
        ["Replace by as many"] = (array => array.ReplaceRange(0..2, new TypedArray("h", [8, 9])), [(short)8, (short)9, (short)2, (short)5]),
        ["Reverse"] = (array => array.Reverse(), [(short)5, (short)2, (short)1, (short)3]),
        ["ByteSwap"] = (array => array.ByteSwap(), [(short)0x300, (short)0x100, (short)0x200, (short)0x500]),
        ["Set an item"] = (array => array[0] = 65, [(short)65, (short)1, (short)2, (short)5]),
        ["Set an item of a type"] = (array => array.Set(0, 65L), [(short)65, (short)1, (short)2, (short)5]),
    };

    public static TheoryData<string> ByteResizes => [.. s_byteResizes.Keys];

    public static TheoryData<string> ByteNeutrals => [.. s_byteNeutrals.Keys];

    public static TheoryData<string> ArrayResizes => [.. s_arrayResizes.Keys];

    public static TheoryData<string> ArrayNeutrals => [.. s_arrayNeutrals.Keys];

    [Theory]
    [MemberData(nameof(ByteResizes))]
    public void Bytes_that_are_lent_refuse_to_change_their_size_and_stay_as_they_were(string operation)
    {
        ByteArray bytes = new("abcdef"u8);
        using (MemoryView view = new(bytes))
        {
            BufferException e = Assert.Throws<BufferException>(() => s_byteResizes[operation](bytes));
            Assert.Equal((ViewErrorCode.LoansOut, 1), (e.Code, e.Holders.Count));
            Assert.Equal("abcdef"u8, bytes.ToArray());
            Assert.Equal("abcdef"u8, view.ToBytes());
        }

        s_byteResizes[operation](bytes);
    }

    [Theory]
    [MemberData(nameof(ByteNeutrals))]
    public void Bytes_that_are_lent_do_what_keeps_their_size_and_the_view_sees_it(string operation)
    {
        ByteArray bytes = new("abcdef"u8);
        using MemoryView view = new(bytes);
        s_byteNeutrals[operation].Run(bytes);
        Assert.Equal(s_byteNeutrals[operation].After, System.Text.Encoding.ASCII.GetString(view.ToBytes()));
        Assert.Equal(view.ToBytes(), bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(ArrayResizes))]
    public void An_array_that_is_lent_refuses_to_change_its_size_and_stays_as_it_was(string operation)
    {
        TypedArray array = new("h", [3, 1, 2, 5]);
        using (MemoryView view = new(array))
        {
            BufferException e = Assert.Throws<BufferException>(() => s_arrayResizes[operation](array));
            Assert.Equal((ViewErrorCode.LoansOut, 1), (e.Code, e.Holders.Count));
            Assert.Equal([3, 1, 2, 5], view.ToArray<int>());
            Assert.Equal(4, array.Length);
        }

        s_arrayResizes[operation](array);
    }

    [Theory]
    [MemberData(nameof(ArrayNeutrals))]
    public void An_array_that_is_lent_does_what_keeps_its_size_and_the_view_sees_it(string operation)
    {
        TypedArray array = new("h", [3, 1, 2, 5]);
        using MemoryView view = new(array);
        s_arrayNeutrals[operation].Run(array);
        Assert.Equal(s_arrayNeutrals[operation].After, view.ToArray<short>().Cast<object?>());
        Assert.Equal(s_arrayNeutrals[operation].After, array.ToList());
    }

    [Fact]
    public void What_is_empty_stays_empty_while_lent()
    {
        ByteArray bytes = new();
        TypedArray array = new("d");
        using MemoryView view = new(bytes), items = new(array);
        bytes.Clear();
        bytes.Reset(""u8);
        bytes.Repeat(5);
        array.Clear();
        array.Repeat(0);
        Assert.Equal((0, 0), ((int)view.Length, (int)items.Length));
    }

    [Fact]
    public void A_view_of_the_array_cannot_extend_it_but_can_replace_as_many()
    {
        ByteArray bytes = new("abc"u8);
        using MemoryView view = new(bytes);
        Assert.Throws<BufferException>(() => bytes.Extend(view));
        bytes.ReplaceRange(.., view[(..).By(-1)]);
        Assert.Equal("cba"u8, bytes.ToArray());
        bytes.Extend(view[3..]);
        TypedArray array = new("B", [1]);
        using MemoryView items = new(array);
        Assert.Throws<BufferException>(() => array.FromBytes(items));
    }

    [Fact]
    public void An_exporter_that_changes_the_array_while_it_is_asked_is_seen_as_it_left_it()
    {
        ByteArray bytes = new("abc"u8);
        MemoryView? kept = null;
        bytes.Extend(new Exporter(request =>
        {
            bytes.Clear();
            return new Bytes("xyz"u8).GetBuffer(request);
        }));
        Assert.Equal("xyz"u8, bytes.ToArray());
        Assert.Throws<BufferException>(() => bytes.Extend(new Exporter(request =>
        {
            kept = new MemoryView(bytes);
            return new Bytes("123"u8).GetBuffer(request);
        })));
        Assert.Equal("xyz"u8, kept!.ToBytes());
        kept.Dispose();
    }

    [Fact]
    public void Values_that_lend_the_array_while_they_are_taken_make_the_change_refused()
    {
        TypedArray array = new("i", [1]);
        MemoryView? kept = null;
        IEnumerable<object?> Values()
        {
            yield return 2;
            kept = new MemoryView(array);
            yield return 3;
        }

        Assert.Throws<BufferException>(() => array.Extend(Values()));
        Assert.Equal([1], kept!.ToArray<int>());
        kept.Dispose();
    }
}
