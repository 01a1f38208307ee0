using System;
using System.Collections.Generic;
using System.Numerics;
using Xunit;

namespace MemoryViews.Python.Tests.Objects;

public class ConversionTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "None" },
        { true, "True" },
        { false, "False" },
        { 0L, "0" },
        { long.MaxValue, "9223372036854775807" },
        { long.MinValue, "-9223372036854775808" },
        { (BigInteger)long.MaxValue + 1, "9223372036854775808" },
        { -BigInteger.Pow(2, 200), "-(1 << 200)" },
        { BigInteger.Pow(10, 5000), "10 ** 5000" },
        { 1.5, "1.5" },
        { double.NegativeInfinity, "float('-inf')" },
        { new Complex(1, -2), "complex(1, -2)" },
        { "", "''" },
        { "grün \ud83d\ude00", "'gr\\u00fcn \\U0001f600'" },
        { "half \ud800 and zero \0", "'half \\ud800 and zero \\0'" },
        { new byte[] { 0, 255 }, "b'\\x00\\xff'" },
        { Array.Empty<byte>(), "b''" },
        { new object?[] { 1L, "a", null }, "(1, 'a', None)" },
        { Array.Empty<object?>(), "()" },
        { new List<object?> { 1L, new object?[] { 2.5 } }, "[1, (2.5,)]" },
        { PythonEllipsis.Value, "..." },
        { new PythonSlice(1L, null, -1L), "slice(1, None, -1)" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Simple_values_go_both_ways(object? value, string expression)
    {
        using Scope python = TestPython.NewScope();
        Assert.Equal(value, python.Value(expression));
        Assert.True((bool)python.Value($"(x == {expression}) and type(x) is type({expression})", ("x", value))!);
    }

    [Fact]
    public void What_is_nested_without_end_is_refused()
    {
        TestPython.Need();
        object nested = 1;
        for (int i = 0; i < 100_000; i++)
        {
            nested = new object?[] { nested };
        }

        Assert.Throws<PythonValueException>(() => PythonObject.From(nested));
        List<object?> itself = [];
        itself.Add(itself);
        Assert.Throws<PythonValueException>(() => PythonObject.From(itself));
    }

    [Fact]
    public void Every_number_of_NET_becomes_one_of_Python()
    {
        using Scope python = TestPython.NewScope();
        object[] numbers = [(sbyte)-1, (byte)255, (short)-2, ushort.MaxValue, -3, uint.MaxValue, ulong.MaxValue, (nint)(-4), nuint.MaxValue, Int128.MinValue, UInt128.MaxValue];
        foreach (object number in numbers)
        {
            Assert.Equal(FormattableString.Invariant($"{number}"), python.Value("str(x)", ("x", number)));
        }

        Assert.Equal(0.5, python.Value("x", ("x", (Half)0.5)));
        Assert.Equal(0.25, python.Value("x", ("x", 0.25f)));
        Assert.Equal("x", python.Value("x", ("x", 'x')));
    }

    [Fact]
    public void Tuples_dictionaries_and_sequences_become_Pythons()
    {
        using Scope python = TestPython.NewScope();
        Assert.Equal("{'a': 1, 'b': [2, 3]}", python.Value("repr(x)", ("x", new Dictionary<string, object?> { ["a"] = 1, ["b"] = new List<int> { 2, 3 } })));
        Assert.Equal("(1, 'two')", python.Value("repr(x)", ("x", (1, "two"))));
        Assert.Equal(ViewErrorCode.InvalidType, Assert.Throws<PythonValueException>(() => PythonObject.From(new object())).Code);
    }

    [Fact]
    public void A_list_that_holds_itself_becomes_one_that_does()
    {
        using Scope python = TestPython.NewScope();
        python.Run("l = [1]; l.append(l); l.append((l,))");
        List<object?> list = Assert.IsType<List<object?>>(python.Value("l"));
        Assert.Same(list, list[1]);
        Assert.Same(list, ((object?[])list[2]!)[0]);
    }

    [Fact]
    public void Parts_that_are_shared_are_not_multiplied()
    {
        using Scope python = TestPython.NewScope();
        python.Run("l = []\nfor _ in range(100): l = [l, l]");
        List<object?> list = Assert.IsType<List<object?>>(python.Value("l"));
        Assert.Same(list[0], list[1]);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        using Scope python = TestPython.NewScope();
        python.Run("l = []\nfor _ in range(200000): l = [l]");
        Assert.Equal(ViewErrorCode.ValueRange, Assert.Throws<PythonValueException>(() => python.Value("l")).Code);
    }

    [Fact]
    public void A_number_is_asked_for_by_its_protocol()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            class N:
                def __index__(self): return 1 << 70
                def __float__(self): return 2.5
                def __bool__(self): raise ValueError('neither')
            """);
        using PythonObject number = python.Get("N()");
        Assert.Equal(BigInteger.Pow(2, 70), number.ToBigInteger());
        Assert.Equal(2.5, number.ToDouble());
        Assert.Equal(ViewErrorCode.ValueOverflow, Assert.Throws<PythonValueException>(() => number.ToInt64()).Code);
        Assert.Equal("neither", Assert.Throws<PythonException>(() => number.ToBoolean()).PythonMessage);
        using PythonObject text = PythonObject.From("12");
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => text.ToInt64()).TypeName);
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => text.CallMethod("ljust").ToDouble()).TypeName);
    }
}
