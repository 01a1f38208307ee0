using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>The public types of an assembly with their members, as C#-like lines in a fixed order.</summary>
internal static class ApiListing
{
    public static string Of(Assembly assembly) => string.Join("\n\n", assembly.GetExportedTypes()
        .Where(type => !type.Name.Contains('<') && type.DeclaringType?.Name.Contains('<') != true)
        .Select(type => (Name: TypeNames.OfDefinition(type), Text: Of(type)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => type.Text));

    public static string Of(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            string returned = TypeNames.Of(invoke.ReturnParameter, new NullabilityInfoContext().Create(invoke.ReturnParameter));
            return $"delegate {returned} {TypeNames.OfDefinition(type)}({Parameters.Of(invoke.GetParameters())}){Parameters.Constraints(type.GetGenericArguments())}";
        }

        IEnumerable<string> members = type.IsEnum ? EnumLines(type) : MemberLines.Of(type);
        return string.Join('\n', members.Select(line => "    " + line).Prepend(Head(type)));
    }

    private static string Head(Type type)
    {
        string[] parents = [.. Parents(type)];
        string list = parents.Length == 0 ? "" : " : " + string.Join(", ", parents);
        return $"{Modifiers(type)}{Kind(type)} {TypeNames.OfDefinition(type)}{list}{Parameters.Constraints(type.GetGenericArguments())}";
    }

    private static string Modifiers(Type type)
    {
        string flags = type.IsEnum && type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "";
        if (type.IsValueType || type.IsInterface)
        {
            return flags + (!type.IsEnum && type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "");
        }

        return type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
    }

    private static string Kind(Type type)
    {
        string record = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is null ? "" : "record ";
        return type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : !type.IsValueType ? record + "class"
            : type.IsByRefLike ? "ref struct" : record + "struct";
    }

    // What a type says itself: an interface that another one brings along, or the base type has, is left out.
    private static IEnumerable<string> Parents(Type type)
    {
        if (type.IsEnum)
        {
            Type number = Enum.GetUnderlyingType(type);
            return number == typeof(int) ? [] : [TypeNames.Of(number)];
        }

        Type[] all = [.. type.GetInterfaces().Where(parent => parent.IsVisible)];
        HashSet<Type> implied = [.. all.SelectMany(parent => parent.GetInterfaces()), .. type.BaseType is null ? [] : type.BaseType.GetInterfaces()];
        IEnumerable<string> direct = all.Where(parent => !implied.Contains(parent)).Select(TypeNames.Of).Order(StringComparer.Ordinal);
        bool hasBase = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType);
        return hasBase ? direct.Prepend(TypeNames.Of(type.BaseType!)) : direct;
    }

    private static IEnumerable<string> EnumLines(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (field.Name, Value: Convert.ToInt64(field.GetRawConstantValue(), null)))
        .OrderBy(field => field.Value).ThenBy(field => field.Name, StringComparer.Ordinal)
        .Select(field => $"{field.Name} = {field.Value}");
}
