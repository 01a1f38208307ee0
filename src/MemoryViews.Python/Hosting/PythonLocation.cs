namespace MemoryViews.Python;

/// <summary>A Python that may be used: its shared library, and what is known about it before it runs.</summary>
/// <param name="Library">A path, or a name that the system's loader finds.</param>
/// <param name="Executable">The program, which <c>sys.executable</c> is to be; null when only the library is known.</param>
/// <param name="SitePackages">Folders of packages that the program would find and its library alone would not: those of a virtual environment.</param>
/// <param name="Prefix">The folder of a virtual environment; null outside one.</param>
internal sealed record PythonLocation(string Library, string? Executable = null, string[]? SitePackages = null, string? Prefix = null);
