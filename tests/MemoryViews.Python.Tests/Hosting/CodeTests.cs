using System;
using Xunit;

namespace MemoryViews.Python.Tests.Hosting;

public class CodeTests
{
    [Fact]
    public void Statements_leave_their_names_for_expressions()
    {
        TestPython.Need();
        PythonHost.Run("host_code_test = 6 * 7");
        using PythonObject value = PythonHost.Evaluate("host_code_test");
        Assert.Equal(42, value.ToInt64());
        using PythonObject main = PythonHost.Main;
        using PythonObject same = main.GetAttribute("host_code_test");
        Assert.True(same.IsSame(value));
    }

    [Fact]
    public void Code_with_a_null_character_is_refused_whole()
    {
        TestPython.Need();
        Assert.Contains("at 17", Assert.ThrowsAny<Exception>(() => PythonHost.Run("null_test = None;\0print(1)")).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => PythonHost.Evaluate("null_test"));
    }

    [Fact]
    public void A_module_in_a_package_is_imported()
    {
        TestPython.Need();
        using PythonObject path = PythonHost.Import("os.path");
        using PythonObject joined = path.CallMethod("join", "a", "b");
        Assert.Equal("a/b", joined.ToString().Replace('\\', '/'));
    }

    [Theory]
    [InlineData("1 +", "SyntaxError", ViewErrorCode.None)]
    [InlineData("{}['k']", "KeyError", ViewErrorCode.UnknownField)]
    [InlineData("[][1]", "IndexError", ViewErrorCode.IndexOutOfRange)]
    [InlineData("len(1)", "TypeError", ViewErrorCode.InvalidType)]
    [InlineData("int('x')", "ValueError", ViewErrorCode.InvalidArgument)]
    [InlineData("1 / 0", "ZeroDivisionError", ViewErrorCode.None)]
    [InlineData("2.0 ** 10000", "OverflowError", ViewErrorCode.ValueOverflow)]
    [InlineData("open('/no/such/file')", "FileNotFoundError", ViewErrorCode.FileFailed)]
    [InlineData("__import__('no_such_module')", "ModuleNotFoundError", ViewErrorCode.None)]
    public void What_Python_raises_is_thrown_with_its_class_and_code(string expression, string type, ViewErrorCode code)
    {
        TestPython.Need();
        PythonException error = Assert.Throws<PythonException>(() => PythonHost.Evaluate(expression));
        Assert.Equal((type, code), (error.TypeName, error.Code));
        Assert.StartsWith(type, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_tells_where_it_came_from()
    {
        TestPython.Need();
        using Scope python = TestPython.NewScope();
        python.Run("""
            def inner(): raise LookupError('nothing here')
            def outer(): inner()
            """);
        PythonException error = Assert.Throws<PythonException>(() => python.Value("outer()"));
        Assert.Equal(("LookupError", "nothing here"), (error.TypeName, error.PythonMessage));
        Assert.Matches("(?s)Traceback .*in outer.*in inner.*LookupError: nothing here", error.Traceback);
        Assert.True(error.Is("LookupError") && error.Is("Exception"));
        Assert.False(error.Is("KeyError") || error.Is("no such name"));
        using PythonObject argument = error.Value!.GetAttribute("args");
        Assert.Equal(["nothing here"], (object?[])argument.ToObject()!);
    }

    [Fact]
    public void An_exception_whose_text_fails_has_its_class()
    {
        using Scope python = TestPython.NewScope();
        python.Run("""
            class Mute(Exception):
                def __str__(self): raise ValueError
            def f(): raise Mute
            """);
        Assert.Equal("Mute", Assert.Throws<PythonException>(() => python.Value("f()")).Message);
    }
}
