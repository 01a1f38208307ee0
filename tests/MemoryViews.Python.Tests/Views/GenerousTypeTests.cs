using Xunit;

namespace MemoryViews.Python.Tests.Views;

/// <summary>The Python type that can do what this library can: what CPython's own refuses, or does not implement.</summary>
public class GenerousTypeTests
{
    [Fact]
    public void Views_of_higher_rank_are_sliced_on_any_axis()
    {
        using Scope python = NewScope();
        python.Run("m = view(bytes(range(24))).cast('B', (2, 3, 4))");
        Assert.True(python.Is("m[1].shape == (3, 4)"));
        Assert.True(python.Is("m[1, 2].tolist() == [20, 21, 22, 23]"));
        Assert.True(python.Is("m[:, 1, ::-2].tolist() == [[7, 5], [19, 17]]"));
        Assert.True(python.Is("m[..., 0].tolist() == [[0, 4, 8], [12, 16, 20]]"));
        Assert.True(python.Is("m[None].shape == (1, 2, 3, 4)"));
        Assert.True(python.Is("m[1, 2, 3] == 23"));
        Assert.True(python.Is("[row.tolist() for row in m[0]] == m[0].tolist()"));
    }

    [Fact]
    public void Parts_of_higher_rank_are_assigned_and_broadcast()
    {
        using Scope python = NewScope();
        python.Run("""
            b = bytearray(12)
            m = view(b).cast('B', (3, 4))
            m[:, 1] = b'abc'
            m[2] = b'wxyz'
            m[0, 3] = 7
            """);
        Assert.True(python.Is(@"bytes(b) == b'\0a\0\x07\0b\0\0wxyz'"));
    }

    [Fact]
    public void Items_in_foreign_byte_order_are_read_and_written()
    {
        using Scope python = NewScope();
        python.Run("""
            import struct
            b = bytearray(struct.pack('>2i', 1, -2))
            m = view(b).cast('>i')
            before = m.tolist()
            m[0] = 258
            """);
        Assert.True(python.Is("before == [1, -2]"));
        Assert.True(python.Is("struct.unpack('>2i', b) == (258, -2)"));
        Assert.True(python.Is("list(m) == [258, -2] and 258 in m and m.index(-2) == 1 and m.count(258) == 1"));
    }

    [Fact]
    public void Records_are_tuples()
    {
        using Scope python = NewScope();
        python.Run("""
            import struct
            b = bytearray(struct.pack('<id', 3, 0.5) + struct.pack('<id', 4, 1.5))
            m = view(b).cast('T{<i:id:<d:value:}')
            m[1] = (5, 2.5)
            """);
        Assert.True(python.Is("m[0] == (3, 0.5)"));
        Assert.True(python.Is("m.tolist() == [(3, 0.5), (5, 2.5)]"));
    }

    [Fact]
    public void Casts_go_between_any_formats()
    {
        using Scope python = NewScope();
        Assert.True(python.Is("view(bytes(16)).cast('i', (2, 2)).cast('h', (2, 4)).shape == (2, 4)"));
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused_with_the_classes_of_Python()
    {
        using Scope python = NewScope();
        python.Run("""
            def raised(do):
                try: do()
                except Exception as e: return type(e)
            m = view(bytearray(8)).cast('>h')
            def store(value): m[0] = value
            """);
        Assert.True(python.Is("raised(lambda: store(70000)) is ValueError"));
        Assert.True(python.Is("raised(lambda: store('x')) is TypeError"));
        Assert.True(python.Is("raised(lambda: m[9]) is IndexError"));
        Assert.True(python.Is("raised(lambda: m['x']) is TypeError"));
        Assert.True(python.Is("raised(lambda: view('text')) is TypeError"));
    }

    [Fact]
    public void It_is_a_type_of_its_own_that_cannot_be_derived_from_or_changed()
    {
        using Scope python = NewScope();
        python.Run("""
            from collections.abc import Sequence
            def raised(do):
                try: do()
                except Exception as e: return type(e)
            """);
        Assert.True(python.Is("isinstance(view(b''), Sequence)"));
        Assert.True(python.Is("view.__name__ == 'memoryview' and view.__module__ == 'memoryviews' and view.__doc__"));
        Assert.True(python.Is("raised(lambda: type('derived', (view,), {})) is TypeError"));
        Assert.True(python.Is("raised(lambda: setattr(view, 'x', 1)) is TypeError"));
        Assert.True(python.Is("view.cast.__text_signature__.startswith('($self, /, format')"));
        Assert.True(python.Is("view[int]"));
    }

    [Fact]
    public void Both_types_view_each_other_on_one_loan()
    {
        using Scope python = NewScope();
        using PythonObject strict = PythonHost.MemoryViewType(strict: true);
        python.Run("""
            b = bytearray(b'abc')
            first = view(b)
            second = strict(first)
            first.release()
            """, ("strict", strict));
        Assert.True(python.Is("second.obj is b and second.tobytes() == b'abc' and second == b"));
    }

    private static Scope NewScope()
    {
        Scope python = TestPython.NewScope();
        using PythonObject type = PythonHost.MemoryViewType();
        python.Run("", ("view", type));
        return python;
    }
}
