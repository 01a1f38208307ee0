using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>The members of a type that its users can reach, one line each, sorted by kind and name.</summary>
internal static class MemberLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type) =>
    [
        .. Sorted(type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName), Field),
        .. Sorted(type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !constructor.IsStatic), Constructor),
        .. Sorted(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible)), Property),
        .. Sorted(type.GetEvents(Declared).Where(member => IsVisible(member.AddMethod!)), Event),
        .. Sorted(type.GetMethods(Declared).Where(method => IsVisible(method) && !method.Name.Contains('<') && !IsAccessor(method)), Method),
    ];

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> members, Func<T, string> write)
        where T : MemberInfo =>
        members.Select(member => (member.Name, Line: write(member)))
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Field(FieldInfo field)
    {
        string modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        string value = field.IsLiteral ? $" = {Parameters.Default(field.GetRawConstantValue(), field.FieldType)}" : "";
        string type = TypeNames.Of(field, field.FieldType, new NullabilityInfoContext().Create(field));
        return $"{(field.IsPublic ? "" : "protected ")}{modifiers}{type} {field.Name}{value}";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters.Of(constructor.GetParameters())})";

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(IsVisible)];
        MethodInfo first = accessors[0];
        ParameterInfo[] indices = property.GetIndexParameters();
        string name = indices.Length == 0 ? property.Name : $"this[{Parameters.Of(indices)}]";
        string type = TypeNames.Of(property, property.PropertyType, new NullabilityInfoContext().Create(property));
        string reference = property.PropertyType.IsByRef ? RefKind(property.GetMethod!) : "";
        return $"{Attributes(property)}{Access(first)}{Modifiers(first)}{reference}{type} {name} {{ {string.Concat(accessors.Select(accessor => Accessor(accessor, first)))}}}";
    }

    private static string Accessor(MethodInfo accessor, MethodInfo first)
    {
        bool isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        string word = accessor.Name.Contains("get_", StringComparison.Ordinal) ? "get" : isInit ? "init" : "set";
        return $"{(Access(accessor) == Access(first) ? "" : Access(accessor))}{word}; ";
    }

    private static string Event(EventInfo member) =>
        $"{Access(member.AddMethod!)}{Modifiers(member.AddMethod!)}event {TypeNames.Of(member.EventHandlerType!)} {member.Name}";

    private static string Method(MethodInfo method)
    {
        string type = TypeNames.Of(method.ReturnParameter, new NullabilityInfoContext().Create(method.ReturnParameter));
        string reference = method.ReturnType.IsByRef ? RefKind(method) : "";
        Type[] arguments = method.GetGenericArguments();
        string generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => argument.Name))}>";
        return $"{Attributes(method)}{Access(method)}{Modifiers(method)}{Operators.Head(method, reference + type)}{generic}"
            + $"({Parameters.Of(method.GetParameters())}){Parameters.Constraints(arguments)}";
    }

    private static string RefKind(MethodInfo method) =>
        method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "InAttribute") ? "ref readonly " : "ref ";

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? "static " + (method.IsAbstract ? "abstract " : "") : "";
        }

        bool isOverride = method.IsVirtual && method.GetBaseDefinition() != method;
        return method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : isOverride ? (method.IsFinal ? "sealed override " : "override ")
            : method.IsVirtual && !method.IsFinal ? "virtual " : "";
    }

    // Only what changes how a member is called: lifetime of what it returns, overload choice, obsolescence.
    private static string Attributes(MemberInfo member) =>
        (member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "")
        + (member.IsDefined(typeof(UnscopedRefAttribute)) ? "[UnscopedRef] " : "")
        + (member.GetCustomAttribute<OverloadResolutionPriorityAttribute>() is { } priority ? $"[OverloadResolutionPriority({priority.Priority})] " : "");
}
