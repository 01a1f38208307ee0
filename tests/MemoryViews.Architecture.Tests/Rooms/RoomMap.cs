using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>Which room each type lives in, read from the source documents that the PDB names.</summary>
internal sealed class RoomMap
{
    // The compiler leaves this record for types without a line of code (enums, interfaces): their documents, as compressed row numbers.
    private static readonly Guid s_typeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly CompiledAssembly _assembly;
    private readonly string _folder;
    private readonly Dictionary<TypeDefinitionHandle, SortedSet<string>> _files = [];

    /// <param name="assembly">The assembly to map.</param>
    /// <param name="folder">The folder that holds the rooms, from the repository's root, with forward slashes.</param>
    public RoomMap(CompiledAssembly assembly, string folder)
    {
        _assembly = assembly;
        _folder = "/" + folder + "/";
        AddFilesOfMethods();
        AddFilesOfTypesWithoutCode();
    }

    /// <summary>The room of an outermost type, or null for a type from outside the folder.</summary>
    public string? RoomOf(TypeDefinitionHandle type) =>
        _files.TryGetValue(type, out SortedSet<string>? files) ? files.Select(House.RoomOf).FirstOrDefault(room => room is not null) : null;

    /// <summary>Types with a file that is in no room, or with files in two.</summary>
    public IEnumerable<string> Faults()
    {
        foreach ((TypeDefinitionHandle type, SortedSet<string> files) in _files)
        {
            string?[] rooms = [.. files.Select(House.RoomOf).Distinct()];
            if (rooms.Contains(null))
            {
                yield return $"{_assembly.NameOf(type)} stands in {string.Join(" and ", files)}, which is in no room: the rooms are {string.Join(", ", House.Rooms)}";
            }
            else if (rooms.Length > 1)
            {
                yield return $"{_assembly.NameOf(type)} is spread over the rooms {string.Join(" and ", rooms)}: {string.Join(", ", files)}";
            }
        }
    }

    /// <summary>Types that people wrote, but whose file the PDB does not name: the check would be blind to them.</summary>
    public IEnumerable<string> Homeless() =>
        from handle in _assembly.Metadata.TypeDefinitions
        let type = _assembly.Metadata.GetTypeDefinition(handle)
        where type.GetDeclaringType().IsNil && !_files.ContainsKey(handle) && !IsMadeByTheCompiler(type)
        select _assembly.NameOf(handle);

    // Module, private implementation details and inline arrays have unspeakable names; embedded attributes lie in System or Microsoft.
    private bool IsMadeByTheCompiler(TypeDefinition type) =>
        _assembly.Metadata.GetString(type.Name).StartsWith('<')
        || !_assembly.Metadata.GetString(type.Namespace).StartsWith("MemoryViews", StringComparison.Ordinal);

    private void AddFilesOfMethods()
    {
        foreach (MethodDebugInformationHandle handle in _assembly.Symbols.MethodDebugInformation)
        {
            MethodDefinition method = _assembly.Metadata.GetMethodDefinition(handle.ToDefinitionHandle());
            foreach (SequencePoint point in _assembly.Symbols.GetMethodDebugInformation(handle).GetSequencePoints())
            {
                Add(method.GetDeclaringType(), point.Document);
            }
        }
    }

    private void AddFilesOfTypesWithoutCode()
    {
        foreach (CustomDebugInformationHandle handle in _assembly.Symbols.CustomDebugInformation)
        {
            CustomDebugInformation information = _assembly.Symbols.GetCustomDebugInformation(handle);
            if (_assembly.Symbols.GetGuid(information.Kind) != s_typeDocuments)
            {
                continue;
            }

            BlobReader rows = _assembly.Symbols.GetBlobReader(information.Value);
            while (rows.RemainingBytes > 0)
            {
                DocumentHandle document = System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(rows.ReadCompressedInteger());
                Add((TypeDefinitionHandle)information.Parent, document);
            }
        }
    }

    private void Add(TypeDefinitionHandle type, DocumentHandle document)
    {
        string path = _assembly.Symbols.GetString(_assembly.Symbols.GetDocument(document).Name).Replace('\\', '/');
        int start = path.LastIndexOf(_folder, StringComparison.Ordinal);
        string file = start < 0 ? "obj/" : path[(start + _folder.Length)..];
        if (file.StartsWith("obj/", StringComparison.Ordinal))
        {
            return;
        }

        TypeDefinitionHandle outermost = _assembly.Outermost(type);
        if (!_files.TryGetValue(outermost, out SortedSet<string>? files))
        {
            _files[outermost] = files = new(StringComparer.Ordinal);
        }

        files.Add(file);
    }
}
