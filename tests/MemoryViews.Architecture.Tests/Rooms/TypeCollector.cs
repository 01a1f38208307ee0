using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>
/// Notes every type of the assembly that a signature or an attribute mentions. Types are passed on as names, because attributes
/// name types in text; types of other assemblies are passed on too, and noted nowhere.
/// </summary>
internal sealed class TypeCollector(CompiledAssembly assembly) : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
{
    /// <summary>The outermost types met so far.</summary>
    public HashSet<TypeDefinitionHandle> Found { get; } = [];

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Found.Add(assembly.Outermost(handle));
        return FullName(handle);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // "MemoryViews.Layout+Enumerator, MemoryViews, Version=..."
    public string GetTypeFromSerializedName(string name)
    {
        string fullName = name.Split(',')[0];
        foreach (TypeDefinitionHandle handle in assembly.Metadata.TypeDefinitions.Where(handle => FullName(handle) == fullName))
        {
            Found.Add(assembly.Outermost(handle));
        }

        return fullName;
    }

    // An enum inside an attribute is stored as its number; how wide, its one instance field says.
    public PrimitiveTypeCode GetUnderlyingEnumType(string type)
    {
        foreach (TypeDefinitionHandle handle in assembly.Metadata.TypeDefinitions.Where(handle => FullName(handle) == type))
        {
            FieldDefinitionHandle value = assembly.Metadata.GetTypeDefinition(handle).GetFields().First();
            return Enum.Parse<PrimitiveTypeCode>(assembly.Metadata.GetFieldDefinition(value).DecodeSignature(this, null));
        }

        TypeCode code = Type.GetType(type) is { IsEnum: true } known ? Type.GetTypeCode(known) : TypeCode.Int32;
        return Enum.Parse<PrimitiveTypeCode>(code.ToString());
    }

    public bool IsSystemType(string type) => type == "System.Type";

    public string GetSystemType() => "System.Type";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetArrayType(string elementType, ArrayShape shape) => elementType;

    public string GetSZArrayType(string elementType) => elementType;

    public string GetByReferenceType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "";

    public string GetGenericMethodParameter(object? genericContext, int index) => "";

    public string GetGenericTypeParameter(object? genericContext, int index) => "";

    private string FullName(TypeDefinitionHandle handle)
    {
        TypeDefinition type = assembly.Metadata.GetTypeDefinition(handle);
        string name = assembly.Metadata.GetString(type.Name);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? $"{assembly.Metadata.GetString(type.Namespace)}.{name}" : $"{FullName(outer)}+{name}";
    }
}
