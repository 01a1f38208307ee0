using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace MemoryViews.Files;

/// <summary>
/// Reads the headers of well-known binary files and gives their parts as views: pixels, samples, variables, grids, packets. Nothing is decoded and
/// nothing copied; what no view can show (compressed or packed data) is refused with the reason, beside what the header says.
/// </summary>
/// <remarks>
/// Safe to use from any thread.
/// <code>
/// using MappedFile file = MappedFile.Open("picture.bmp");
/// using MemoryView bytes = file.AsMemoryView();
/// if (FileRecogniser.TryRecognise(bytes, "picture.bmp", out RecognisedFile? picture))
/// {
///     MemoryView red = picture["pixels"][.., .., 0];     // rows from the top, columns
/// }
/// </code>
/// </remarks>
public static class FileRecogniser
{
    // Those with the surest marks first; hgt has none but its size.
    private static readonly Func<FileBytes, string?, RecognisedFile?>[] s_recognisers =
    [
        static (bytes, _) => WaveRecogniser.Recognise(bytes),
        static (bytes, _) => PcapRecogniser.Recognise(bytes),
        static (bytes, _) => NetCdfRecogniser.Recognise(bytes),
        static (bytes, _) => TiffRecogniser.Recognise(bytes),
        static (bytes, _) => Ntv2Recogniser.Recognise(bytes),
        static (bytes, _) => BitmapRecogniser.Recognise(bytes),
        static (bytes, _) => FloatMapRecogniser.Recognise(bytes),
        static (bytes, _) => NetpbmRecogniser.Recognise(bytes),
        HgtRecogniser.Recognise,
        IdxRecogniser.Recognise,
    ];

    /// <summary>Says what a file is.</summary>
    /// <param name="bytes">The whole file, C-contiguous, of any format and rank; its bytes are looked at.</param>
    /// <param name="fileName">The file's name, with or without directories, which decides where bytes alone do not (hgt); null when there is none.</param>
    /// <param name="file">What was found; its views are made from <paramref name="bytes"/> and end with it.</param>
    /// <returns>Whether the file is of a kind in <see cref="FileKind"/>.</returns>
    /// <exception cref="ArrayFileException">
    /// The file is of such a kind, but its header is damaged or cut short; or <paramref name="bytes"/> is not C-contiguous.
    /// </exception>
    /// <exception cref="ViewReleasedException"><paramref name="bytes"/> has been released.</exception>
    public static bool TryRecognise(MemoryView bytes, string? fileName, [NotNullWhen(true)] out RecognisedFile? file)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        FileBytes all = FileBytes.Of(bytes);
        string? name = fileName is null ? null : Path.GetFileName(fileName);
        file = null;
        for (int i = 0; i < s_recognisers.Length && file is null; i++)
        {
            file = s_recognisers[i](all, name);
        }

        return file is not null;
    }
}
