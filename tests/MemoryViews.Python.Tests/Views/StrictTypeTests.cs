using Xunit;

namespace MemoryViews.Python.Tests.Views;

/// <summary>The Python type that answers as CPython's memoryview does. CPython's own tests judge it; these say what they do not.</summary>
public class StrictTypeTests
{
    [Fact]
    public void What_CPython_does_not_implement_is_refused()
    {
        using Scope python = NewScope();
        python.Run("m = view(bytes(6)).cast('B', (2, 3))");
        Assert.True(python.Is("raised(lambda: m[0]) is NotImplementedError"));
        Assert.True(python.Is("raised(lambda: m[:, 1]) is TypeError"));
        Assert.True(python.Is("raised(lambda: view(bytes(8)).cast('>i')) is ValueError"));
    }

    [Fact]
    public void The_group_of_hex_is_refused_before_the_separator_and_the_released_view()
    {
        using Scope python = NewScope();
        python.Run("m = view(b'ab')");
        Assert.True(python.Is("raised(lambda: m.hex(1, 2 ** 40)) is OverflowError"));
        python.Run("m.release()");
        Assert.True(python.Is("raised(lambda: m.hex(':', 'a')) is TypeError"));
        Assert.True(python.Is("raised(lambda: m.hex(1)) is ValueError"));
    }

    [Fact]
    public void A_format_is_looked_at_after_the_shape()
    {
        using Scope python = NewScope();
        python.Run("import sys; m = view(bytes(4))");
        Assert.True(python.Is("raised(lambda: m.cast('e', 3)) is TypeError"));
        Assert.True(python.Is("raised(lambda: m[::2].cast('e')) is TypeError"));
        Assert.True(python.Is("__import__('sys').version_info >= (3, 12) or raised(lambda: m.cast('e')) is ValueError"));
    }

    [Fact]
    public void Writing_is_refused_to_a_request_of_all_flags()
    {
        using Scope python = NewScope();
        TestPython.NeedVersion(12);
        python.Run("m = view(b'abc')");
        Assert.True(python.Is("raised(lambda: m.__buffer__(-1)) is BufferError"));
    }

    [Fact]
    public void A_format_that_has_no_UTF8_is_refused_also_while_Python_collects()
    {
        using Scope python = NewScope();
        python.Run("""
            import gc
            m = view(bytearray(4))
            before = gc.get_threshold()
            gc.set_threshold(1, 1, 1)
            try:
                kinds = {raised(lambda: m.cast(text)) for text in ['\ud800', 'B\udfff', '\xff', '\U0001f600'] * 50}
            finally:
                gc.set_threshold(*before)
            """);
        Assert.True(python.Is("all(issubclass(kind, ValueError) for kind in kinds)"));
    }

    [Fact]
    public void Every_answer_to_a_random_operation_is_CPythons()
    {
        using Scope python = NewScope();
        python.Run("""
            import random, array
            r = random.Random(7)
            def sources():
                data = bytearray(r.randrange(256) for _ in range(24))
                for typecode in 'bBhHiIlLqQfd':
                    yield array.array(typecode, bytes(data))
                yield data
                yield bytes(data)
            def answer(make, source, keys):
                m = make(source)
                done = []
                for key in keys:
                    try:
                        m = m[key] if isinstance(key, slice) else m.cast(*key)
                        done.append((m.tolist(), m.shape, m.strides, m.format, m.nbytes, m.contiguous, m.readonly, m.tobytes(), m.hex('-', 3), m == source, list(reversed(m))))
                    except Exception as e:
                        done.append(type(e))
                return repr(done)
            def bound(): return r.choice([None, r.randrange(-30, 30)])
            def key():
                return r.choice([slice(bound(), bound(), r.choice([None, 1, 2, -1, -3])), ('B',), ('b',), ('h',), (r.choice('iqdfc?@x'),), ('B', [2, 12]), ('B', [24])])
            differ = []
            for _ in range(60):
                for source in sources():
                    keys = [key() for _ in range(3)]
                    if answer(view, source, keys) != answer(memoryview, source, keys):
                        differ.append((source, keys))
            """);
        Assert.Equal("[]", python.Get("differ").ToRepr());
    }

    [Fact]
    public void A_cycle_through_an_exporter_is_collected()
    {
        using Scope python = NewScope();
        python.Run("""
            import gc, weakref
            class Exporter(bytearray): pass
            b = Exporter(b'abc')
            b.view = view(b)[1:]
            b.iterator = iter(b.view)
            gone = weakref.ref(b)
            del b
            gc.collect()
            """);
        Assert.True(python.Is("gone() is None"));
    }

    [Fact]
    public void A_cycle_through_a_buffer_taken_from_a_view_is_collected()
    {
        using Scope python = NewScope();
        python.Run("""
            import gc, weakref, pickle
            class Exporter(bytearray): pass
            b = Exporter(b'abc')
            b.buffer = pickle.PickleBuffer(view(b))
            gone = weakref.ref(b)
            del b
            gc.collect()
            """);
        Assert.True(python.Is("gone() is None"));
    }

    [Fact]
    public void The_last_reference_gives_the_memory_back_at_once()
    {
        using Scope python = NewScope();
        python.Run("""
            b = bytearray(b'abc')
            m = view(b); part = m[1:]; cast = part.cast('c'); again = view(cast)
            first = raised(lambda: b.append(1))
            del m, part, cast
            second = raised(lambda: b.append(1))
            del again
            b.append(1)
            """);
        Assert.True(python.Is("first is BufferError and second is BufferError and len(b) == 4"));
    }

    [Fact]
    public void A_view_is_not_released_while_a_consumer_has_its_memory()
    {
        using Scope python = NewScope();
        python.Run("""
            m = view(bytearray(b'abc'))
            other = memoryview(m)
            first = raised(m.release)
            other.release()
            m.release()
            """);
        Assert.True(python.Is("first is BufferError and raised(m.tobytes) is ValueError"));
    }

    [Fact]
    public void What_user_code_raises_in_the_middle_is_raised_unchanged()
    {
        using Scope python = NewScope();
        python.Run("""
            class Odd(Exception): pass
            class Index:
                def __index__(self): raise Odd('as it was')
            m = view(bytearray(4))
            def store(): m[0] = Index()
            """);
        Assert.True(python.Is("raised(lambda: m[Index()]) is Odd"));
        Assert.True(python.Is("raised(lambda: m[Index():]) is Odd"));
        Assert.True(python.Is("raised(store) is Odd"));
    }

    [Theory]
    [InlineData("view(b)")]
    [InlineData("view(b).cast('B', (2, 2))")]
    public void A_bound_that_releases_the_view_does_not_end_the_loan_under_the_slice(string expression)
    {
        using Scope python = NewScope();
        python.Run($"""
            b = bytearray(b'abcd')
            m = {expression}
            class Bound:
                def __index__(self):
                    m.release()
                    return 1
            part = m[:Bound()]
            """);
        Assert.True(python.Is("part.tobytes() in (b'a', b'ab') and raised(m.tobytes) is ValueError and raised(lambda: b.append(1)) is BufferError"));
    }

    [Fact]
    public void A_buffer_of_more_than_64_dimensions_is_refused()
    {
        using Scope python = NewScope();
        TestPython.Need("_testbuffer", "libpython3-testsuite");
        python.Run("from _testbuffer import ndarray, ND_WRITABLE; n = ndarray([1], shape=[1] * 65)");
        Assert.True(python.Is("raised(lambda: view(n)) is ValueError"));
    }

    [Fact]
    public void An_array_of_NumPy_is_viewed_as_CPython_views_it()
    {
        using Scope python = NewScope();
        TestPython.NeedNumPy();
        python.Run("""
            import numpy as np
            a = np.arange(24, dtype='i4').reshape(2, 3, 4)[:, ::-1, ::2]
            m, n = view(a), memoryview(a)
            """);
        Assert.True(python.Is("(m.shape, m.strides, m.format, m.tobytes(), m.tobytes('F'), m.tolist()) == (n.shape, n.strides, n.format, n.tobytes(), n.tobytes('F'), n.tolist())"));
        Assert.True(python.Is("np.shares_memory(np.asarray(m), a) and (np.asarray(m) == a).all() and m == n and n == m"));
    }

    [Fact]
    public void Floats_of_two_bytes_are_read_where_the_running_Python_reads_them()
    {
        using Scope python = NewScope();
        python.Run("""
            def answer(make):
                outcomes = []
                for do in (lambda: make(bytes(4)).cast('e').tolist(), lambda: make(bytes(4)).cast('@e')[0]):
                    try: outcomes.append(do())
                    except Exception as e: outcomes.append(type(e))
                return outcomes
            """);
        Assert.True(python.Is("answer(view) == answer(memoryview)"));
    }

    [Fact]
    public void Items_of_NumPys_two_byte_floats_are_read_where_the_running_Python_reads_them()
    {
        using Scope python = NewScope();
        TestPython.NeedNumPy();
        python.Run("""
            import numpy as np
            def answer(make):
                m = make(np.ones(3, 'f2'))
                outcomes = [m.tobytes(), m[1:].nbytes]
                for do in (lambda: m[0], m.tolist, lambda: list(m), lambda: m.__setitem__(0, 2.0)):
                    try: outcomes.append(do())
                    except Exception as e: outcomes.append(type(e))
                return outcomes
            """);
        Assert.True(python.Is("answer(view) == answer(memoryview)"));
    }

    [Fact]
    public void Assignments_to_parts_are_CPythons_where_both_sides_meet_or_do_not_fit()
    {
        using Scope python = NewScope();
        python.Run("""
            import array
            def answer(make, target, value, part):
                b = bytearray(range(8)); m = make(b).cast(target); n = make(b)[1:5] if value is None else value
                try: m[part] = n
                except Exception as e: return type(e), bytes(b)
                return bytes(b)
            values = [None, b'abcd', b'', b'xy', array.array('b', [1, 2, 3, 4]), array.array('H', [1, 2]), 5, 'x', memoryview(b'abcdefgh')[::2], memoryview(bytes(4)).cast('B', (2, 2))]
            parts = [slice(0, 4), slice(2, 6), slice(None), slice(3, 3), slice(None, None, 2), slice(3, None, -1), slice(4, 0, -1), slice(0, 2), slice(0, 4, 0), slice('a')]
            differ = [(t, v, p) for t in 'BbcH' for v in values for p in parts if answer(view, t, v, p) != answer(memoryview, t, v, p)]
            """);
        Assert.Equal("[]", python.Get("differ").ToRepr());
    }

    [Fact]
    public void Searches_find_what_CPythons_iteration_finds()
    {
        using Scope python = NewScope();
        python.Run("""
            import array
            values = [0, 1, -1, 127, 128, 255, 256, 65535, 70000, 2**31, 2**40, 2**63, -2**63, 1.0, True, 'x', b'a', None, float('nan')]
            sources = [array.array(t, [1, 0, 127]) for t in 'bBhHiIlLqQfd'] + [b'abc', b'', memoryview(bytes(range(9)))[::-2], memoryview(b'abc').cast('c'), memoryview(bytes(2)).cast('?')]
            differ = [(s, v) for s in sources for v in values if (v in view(s)) != (v in memoryview(s))]
            """);
        Assert.Equal("[]", python.Get("differ").ToRepr());
    }

    private static Scope NewScope()
    {
        Scope python = TestPython.NewScope();
        using PythonObject type = PythonHost.MemoryViewType(strict: true);
        python.Run("""
            def raised(do):
                try: do()
                except Exception as e: return type(e)
            """, ("view", type));
        return python;
    }
}
