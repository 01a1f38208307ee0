using System.IO;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class ExceptionTests
{
    [Fact]
    public void What_files_do_not_hold_is_an_io_exception_of_the_library()
    {
        Assert.True(typeof(IOException).IsAssignableFrom(typeof(ArrayFileException)));
        Assert.True(typeof(IViewException).IsAssignableFrom(typeof(ArrayFileException)));
    }
}
