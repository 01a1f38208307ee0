using System;
using Xunit;

namespace MemoryViews.Tests.Compat;

/// <summary>The table of Python's exception classes.</summary>
public sealed class PythonErrorsTests
{
    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_the_class_that_its_documentation_names(ViewErrorCode code)
        => Assert.Equal(code == ViewErrorCode.None, PythonErrors.ClassOf(code) == "RuntimeError");

    [Theory]
    [InlineData(ViewErrorCode.Released, "ValueError")]
    [InlineData(ViewErrorCode.IndexOutOfRange, "IndexError")]
    [InlineData(ViewErrorCode.InvalidKey, "TypeError")]
    [InlineData(ViewErrorCode.RequestRefused, "BufferError")]
    [InlineData(ViewErrorCode.StructError, "struct.error")]
    [InlineData(ViewErrorCode.ValueOverflow, "OverflowError")]
    [InlineData(ViewErrorCode.NotAscii, "UnicodeEncodeError")]
    [InlineData(ViewErrorCode.ProtocolMisuse, "SystemError")]
    [InlineData(ViewErrorCode.NotImplemented, "NotImplementedError")]
    public void A_code_leads_to_its_class(ViewErrorCode code, string name) => Assert.Equal(name, PythonErrors.ClassOf(code));

    [Fact]
    public void Exceptions_of_user_code_have_classes_too()
    {
        Assert.Equal("ZeroDivisionError", PythonView.PythonClassOf(new DivideByZeroException()));
        Assert.Equal("KeyError", PythonView.PythonClassOf(new System.Collections.Generic.KeyNotFoundException()));
        Assert.Equal("RuntimeError", PythonView.PythonClassOf(new TimeoutException()));
    }

    public static TheoryData<ViewErrorCode> Codes() => [.. Enum.GetValues<ViewErrorCode>()];
}
