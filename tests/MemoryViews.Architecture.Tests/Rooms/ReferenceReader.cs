using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>One outermost type naming another, and where: "method Cast", "field _layout", "base type".</summary>
internal readonly record struct Reference(TypeDefinitionHandle From, string Member, TypeDefinitionHandle To);

/// <summary>
/// Reads every reference between types of one assembly: base types, interfaces, constraints, attributes, signatures, locals,
/// catch clauses and instructions. Nested and compiler-made types (closures, iterators) count as the type around them.
/// </summary>
internal sealed class ReferenceReader(CompiledAssembly assembly)
{
    private readonly MetadataReader _metadata = assembly.Metadata;
    private readonly HashSet<Reference> _references = [];

    public IReadOnlyCollection<Reference> Read()
    {
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            ReadType(handle);
        }

        return _references;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        string name = type.GetDeclaringType().IsNil ? "" : $" of nested {assembly.NameOf(handle)}";
        Note(handle, "base type" + name, found => Entity(type.BaseType, found));
        Note(handle, "generic constraint" + name, found => Constraints(type.GetGenericParameters(), found));
        Note(handle, "attribute" + name, found => Attributes(type.GetCustomAttributes(), found));
        foreach (InterfaceImplementation implementation in type.GetInterfaceImplementations().Select(_metadata.GetInterfaceImplementation))
        {
            Note(handle, "interface" + name, found => Entity(implementation.Interface, found));
        }

        ReadFields(handle, type, name);
        ReadProperties(handle, type, name);
        foreach (MethodDefinition method in type.GetMethods().Select(_metadata.GetMethodDefinition))
        {
            Note(handle, $"method {_metadata.GetString(method.Name)}{name}", found => Method(method, found));
        }
    }

    private void ReadFields(TypeDefinitionHandle handle, TypeDefinition type, string name)
    {
        foreach (FieldDefinition field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            Note(handle, $"field {_metadata.GetString(field.Name)}{name}", found =>
            {
                field.DecodeSignature(found, null);
                Attributes(field.GetCustomAttributes(), found);
            });
        }
    }

    // The types of properties and events are those of their methods; only their attributes are their own.
    private void ReadProperties(TypeDefinitionHandle handle, TypeDefinition type, string name)
    {
        foreach (PropertyDefinition property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
        {
            Note(handle, $"property {_metadata.GetString(property.Name)}{name}", found => Attributes(property.GetCustomAttributes(), found));
        }

        foreach (EventDefinition member in type.GetEvents().Select(_metadata.GetEventDefinition))
        {
            Note(handle, $"event {_metadata.GetString(member.Name)}{name}", found => Attributes(member.GetCustomAttributes(), found));
        }
    }

    private void Method(MethodDefinition method, TypeCollector found)
    {
        method.DecodeSignature(found, null);
        Constraints(method.GetGenericParameters(), found);
        Attributes(method.GetCustomAttributes(), found);
        foreach (ParameterHandle parameter in method.GetParameters())
        {
            Attributes(_metadata.GetParameter(parameter).GetCustomAttributes(), found);
        }

        if (method.RelativeVirtualAddress != 0)
        {
            Body(assembly.Image.GetMethodBody(method.RelativeVirtualAddress), found);
        }
    }

    private void Body(MethodBodyBlock body, TypeCollector found)
    {
        Entity(body.LocalSignature, found);
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Entity(region.CatchType, found);
        }

        foreach (EntityHandle token in IlTokens.In(body))
        {
            Entity(token, found);
        }
    }

    private void Constraints(GenericParameterHandleCollection parameters, TypeCollector found)
    {
        foreach (GenericParameter parameter in parameters.Select(_metadata.GetGenericParameter))
        {
            Attributes(parameter.GetCustomAttributes(), found);
            foreach (GenericParameterConstraintHandle constraint in parameter.GetConstraints())
            {
                Entity(_metadata.GetGenericParameterConstraint(constraint).Type, found);
            }
        }
    }

    private void Attributes(CustomAttributeHandleCollection attributes, TypeCollector found)
    {
        foreach (CustomAttribute attribute in attributes.Select(_metadata.GetCustomAttribute))
        {
            Entity(attribute.Constructor, found);
            attribute.DecodeValue(found);
        }
    }

    // A call mentions the types of the method's signature as well: whoever passes a value on, knows it.
    private void Entity(EntityHandle handle, TypeCollector found)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                found.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(found, null);
                break;
            case HandleKind.MethodDefinition:
                MethodDefinition method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Entity(method.GetDeclaringType(), found);
                method.DecodeSignature(found, null);
                break;
            case HandleKind.FieldDefinition:
                FieldDefinition field = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                Entity(field.GetDeclaringType(), found);
                field.DecodeSignature(found, null);
                break;
            case HandleKind.MemberReference:
                Member(_metadata.GetMemberReference((MemberReferenceHandle)handle), found);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Entity(generic.Method, found);
                generic.DecodeSignature(found, null);
                break;
            case HandleKind.StandaloneSignature:
                Signature(_metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle), found);
                break;
            case HandleKind.TypeReference:
                break;
            default:
                throw new InvalidOperationException($"A reference of kind {handle.Kind} is unknown.");
        }
    }

    private void Member(MemberReference member, TypeCollector found)
    {
        Entity(member.Parent, found);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(found, null);
        }
        else
        {
            member.DecodeFieldSignature(found, null);
        }
    }

    private static void Signature(StandaloneSignature signature, TypeCollector found)
    {
        if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
        {
            signature.DecodeLocalSignature(found, null);
        }
        else
        {
            signature.DecodeMethodSignature(found, null);
        }
    }

    private void Note(TypeDefinitionHandle from, string member, Action<TypeCollector> read)
    {
        TypeCollector found = new(assembly);
        read(found);
        TypeDefinitionHandle outermost = assembly.Outermost(from);
        _references.UnionWith(found.Found.Where(to => to != outermost).Select(to => new Reference(outermost, member, to)));
    }
}
