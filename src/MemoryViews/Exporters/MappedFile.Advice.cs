namespace MemoryViews;

// Advice is what keeps a jump through a large file from reading megabytes around every byte touched.
public sealed partial class MappedFile
{
    /// <summary>Tells the system how a part of the file will be used. Python: <c>mmap.madvise</c>.</summary>
    /// <remarks>
    /// It holds for the pages that the range touches, until other advice takes its place. The system reads ahead of what is touched, on some machines 8 MiB at a time: give
    /// <see cref="MapAdvice.Random"/> before jumping through a file that is not in memory. <see cref="MapAdvice"/> has the table of what each system does.
    /// </remarks>
    /// <param name="advice">What will be done.</param>
    /// <param name="offset">The first byte, counted from the first mapped one; any, not only multiples of the page size.</param>
    /// <param name="length">Bytes; null for all to the end. 0 is allowed.</param>
    /// <returns>True when the system took the advice; false when it knows no such advice, or not for this file.</returns>
    /// <exception cref="ViewArgumentException">The range does not lie within the mapped bytes, or the advice is none.</exception>
    /// <exception cref="ViewFileException">The bytes could not be read in, or the file has been cut short and they are gone.</exception>
    /// <exception cref="ViewReleasedException">The file has been closed.</exception>
    /// <example><c>file.Advise(MapAdvice.Populate, 0, 1 &lt;&lt; 20);   // the first MiB is in memory now</c></example>
    public bool Advise(MapAdvice advice, nint offset = 0, nint? length = null)
    {
        if (advice is < MapAdvice.Normal or > MapAdvice.NoHugePages)
        {
            throw Error.UnknownMapAdvice((int)advice);
        }

        nint count = length ?? (offset >= 0 && offset <= Length ? Length - offset : 0);
        CheckRange("advised on", offset, count);
        using MemoryScope scope = Enter(0, 0, MemoryUse.Read);
        return _source.Advise(advice, offset, count);
    }
}
