using System;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>A compiled assembly and its portable PDB, opened for reading; nothing of it is loaded or run.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly MetadataReaderProvider _symbols;

    public CompiledAssembly(string path)
    {
        Image = new PEReader(File.OpenRead(path));
        Metadata = Image.GetMetadataReader();
        _symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, ".pdb")));
        Symbols = _symbols.GetMetadataReader();
    }

    public PEReader Image { get; }

    public MetadataReader Metadata { get; }

    public MetadataReader Symbols { get; }

    /// <summary>The outermost type around a type: what stands in a source file by itself.</summary>
    public TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinitionHandle outer = Metadata.GetTypeDefinition(handle).GetDeclaringType();
        return outer.IsNil ? handle : Outermost(outer);
    }

    public string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = Metadata.GetTypeDefinition(handle);
        return Metadata.GetString(type.Name);
    }

    public void Dispose()
    {
        _symbols.Dispose();
        Image.Dispose();
    }
}
