using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Python.Tests.Objects;

public class MemberTests
{
    [Fact]
    public void Attributes_items_and_calls_are_Pythons()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            class Thing:
                def __init__(self): self.items = {}
                def __getitem__(self, key): return self.items[key]
                def __setitem__(self, key, value): self.items[key] = value
                def __len__(self): return len(self.items)
                def __iter__(self): return iter(self.items)
                def join(self, a, b='b', *, c='c'): return f'{a}{b}{c}'
            """);
        using PythonObject thing = python.Get("Thing()");
        thing.SetItem((1, "x"), 5);
        thing.SetItem(null, 6);
        using (PythonObject item = thing[new object?[] { 1, "x" }])
        {
            Assert.Equal(5, item.ToInt64());
        }

        thing.SetAttribute("colour", "red");
        using PythonObject colour = thing.GetAttribute("colour");
        Assert.Equal(("red", "'red'", "str"), (colour.ToString(), colour.ToRepr(), colour.TypeName));
        Assert.True(thing.HasAttribute("colour") && !thing.HasAttribute("size"));
        Assert.Equal(2, thing.Length);
        Assert.Equal(["(1, 'x')", "None"], thing.Iterate().Select(item => item.ToString()).ToArray());
        using PythonObject joined = thing.CallMethod("join", ["1"], new Dictionary<string, object?> { ["c"] = 3 });
        Assert.Equal("1b3", joined.ToString());
        Assert.Equal("TypeError", Assert.Throws<PythonException>(() => thing.CallMethod("join")).TypeName);
        Assert.Equal("AttributeError", Assert.Throws<PythonException>(() => thing.GetAttribute("size")).TypeName);
    }

    [Fact]
    public void An_iterator_that_fails_in_between_says_so()
    {
        using Scope python = TestPython.NewScope();
        python.Run("def g():\n yield 1\n raise LookupError('stop')");
        using PythonObject generator = python.Get("g()");
        List<string> seen = [];
        PythonException error = Assert.Throws<PythonException>(() =>
        {
            foreach (PythonObject item in generator.Iterate())
            {
                using (item)
                {
                    seen.Add(item.ToString());
                }
            }
        });
        Assert.Equal((1, "LookupError"), (seen.Count, error.TypeName));
    }

    [Fact]
    public void Raw_pointers_come_in_and_go_out()
    {
        using Scope python = TestPython.NewScope();
        using PythonObject list = python.Get("[1, 2]");
        using PythonLock held = PythonHost.Lock();
        using PythonObject same = PythonObject.Borrow(list.Pointer);
        Assert.True(same.IsSame(list));
        Assert.Equal(list.Pointer, (nint)(long)python.Value("id(x)", ("x", list))!);
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<PythonValueException>(() => PythonObject.Own(0)).Code);
        Assert.Equal(ViewErrorCode.InvalidArgument, Assert.Throws<PythonValueException>(() => PythonObject.Borrow(0)).Code);
    }
}
