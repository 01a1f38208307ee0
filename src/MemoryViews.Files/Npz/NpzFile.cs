using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>
/// Arrays by name in NumPy's npz format, a zip archive of npy files. Opening maps the archive and reads its directory. Stored members, as
/// <c>numpy.savez</c> writes them, are views of the mapped file; deflated ones (<c>numpy.savez_compressed</c>) are inflated into memory when they are first
/// asked for, and checked. Python: <c>numpy.load(path)</c> of an npz file.
/// </summary>
/// <remarks>
/// Disposing ends every view. Safe to use from any thread.
/// <code>
/// using NpzFile file = NpzFile.Open("model.npz");
/// MemoryView weights = file["weights"];
/// </code>
/// </remarks>
public sealed partial class NpzFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly MemoryView _bytes;
    private readonly NpzOptions _options;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NpzMember> _opened = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    // Many members of an archive may share one piece of packed data, so they are limited together.
    private long _left;

    private NpzFile(MappedFile file, MemoryView bytes, NpzOptions options)
    {
        _file = file;
        _bytes = bytes;
        _options = options;
        _left = options.MaxInflatedBytes;
        foreach (ZipEntry entry in ZipDirectory.Read(new ZipBytes(bytes)))
        {
            Add(entry);
        }
    }

    /// <summary>The names of the arrays in the order of the archive, without <c>.npy</c>. Python: <c>files</c>.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The array of a name. A member that is no npy file is its bytes, as in Python.</summary>
    /// <param name="name">A name, with or without <c>.npy</c>.</param>
    /// <exception cref="ArrayFileException">
    /// There is no such member; or it is encrypted, packed in another way than deflate, larger than <see cref="NpzOptions.MaxInflatedBytes"/>, damaged, or
    /// an array that cannot be read, as for <see cref="NpyFile.Open"/>.
    /// </exception>
    /// <exception cref="ViewReleasedException">The archive has been disposed.</exception>
    public MemoryView this[string name] => Open(name).View;

    /// <summary>Maps an npz archive.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="access">
    /// Whether views may write. <see cref="MapAccess.ReadWrite"/> is refused: the archive keeps a checksum of every member, which writing would make wrong.
    /// </param>
    /// <param name="options">Limits; null for <see cref="NpzOptions.Default"/>.</param>
    /// <exception cref="ViewFileException">The file cannot be opened or mapped.</exception>
    /// <exception cref="ArrayFileException">The file is no zip archive, is damaged, or was asked for writing.</exception>
    public static NpzFile Open(string path, MapAccess access = MapAccess.ReadOnly, NpzOptions? options = null)
    {
        if (access == MapAccess.ReadWrite)
        {
            throw Error.NpzReadWrite();
        }

        MappedFile file = MappedFile.Open(path, access);
        MemoryView bytes = file.AsMemoryView();
        try
        {
            return new NpzFile(file, bytes, options ?? NpzOptions.Default);
        }
        catch
        {
            bytes.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a member of this name, with or without <c>.npy</c>.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Whether the member is stored as it is, so that its view is the file itself and costs no memory.</summary>
    /// <param name="name">A name, with or without <c>.npy</c>.</param>
    /// <exception cref="ArrayFileException">There is no such member.</exception>
    public bool IsStored(string name) => (Find(name) ?? throw Error.NoMember(name, _names)).Method == ZipEntry.Stored;

    /// <summary>Ends all views of members, and the mapping.</summary>
    public void Dispose()
    {
        lock (_opened)
        {
            // From here on, members that are asked for find the archive's bytes released and say so.
            _bytes.Dispose();
            foreach (NpzMember member in _opened.Values)
            {
                member.Dispose();
            }

            _opened.Clear();
        }

        _file.Dispose();
    }

    private void Add(ZipEntry entry)
    {
        if (entry.IsDirectory)
        {
            return;
        }

        // As in Python, the last of two members with one name counts.
        if (!_entries.ContainsKey(entry.Name))
        {
            _names.Add(entry.Name.EndsWith(NpzWriter.Suffix, StringComparison.Ordinal) ? entry.Name[..^NpzWriter.Suffix.Length] : entry.Name);
        }

        _entries[entry.Name] = entry;
    }

    private ZipEntry? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _entries.TryGetValue(name, out ZipEntry entry) || _entries.TryGetValue(name + NpzWriter.Suffix, out entry) ? entry : null;
    }

    private NpzMember Open(string name)
    {
        ZipEntry entry = Find(name) ?? throw Error.NoMember(name, _names);
        lock (_opened)
        {
            if (!_opened.TryGetValue(entry.Name, out NpzMember? member))
            {
                member = NpzMember.Open(_bytes, entry, _options.Npy, _left);
                _left -= member.Inflated;
                _opened.Add(entry.Name, member);
            }

            return member;
        }
    }
}
