using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>Types as C# writes them: keywords, nullable marks, tuples with their names, arrays and arguments.</summary>
internal sealed class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    private readonly Queue<string?> _tupleNames;

    // The compiler lists the names of all tuples in a type in one row, outer tuples first.
    private TypeNames(TupleElementNamesAttribute? names) => _tupleNames = new(names?.TransformNames ?? []);

    public static string Of(Type type) => new TypeNames(null).Write(type, null);

    public static string Of(ParameterInfo parameter, NullabilityInfo nullability) =>
        new TypeNames(parameter.GetCustomAttribute<TupleElementNamesAttribute>()).Write(parameter.ParameterType, nullability);

    public static string Of(MemberInfo member, Type type, NullabilityInfo nullability) =>
        new TypeNames(member.GetCustomAttribute<TupleElementNamesAttribute>()).Write(type, nullability);

    /// <summary>The name of a definition with its own parameters: "ReadOnlyView1D&lt;T&gt;.Enumerator".</summary>
    public static string OfDefinition(Type type)
    {
        string outer = type.DeclaringType is null ? "" : OfDefinition(type.DeclaringType) + ".";
        int inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string[] own = [.. type.GetGenericArguments().Skip(inherited).Select(argument => argument.Name)];
        return outer + Bare(type) + (own.Length == 0 ? "" : $"<{string.Join(", ", own)}>");
    }

    private string Write(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, nullability);
        }

        if (type.IsPointer)
        {
            return Write(type.GetElementType()!, null) + "*";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Plain(value, nullability) + "?";
        }

        // Reflection reports a plain T, which may stand for a nullable type, just as it does T?: no mark is better than a wrong one.
        bool isNullable = !type.IsValueType && !type.IsGenericParameter && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable };
        return Plain(type, nullability) + (isNullable ? "?" : "");
    }

    private string Plain(Type type, NullabilityInfo? nullability)
    {
        if (s_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsGenericParameter || !type.IsGenericType)
        {
            return type.DeclaringType is null || type.IsGenericParameter ? type.Name : $"{Of(type.DeclaringType)}.{type.Name}";
        }

        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true ? Tuple(type, nullability) : Generic(type, nullability);
    }

    private string Tuple(Type type, NullabilityInfo? nullability)
    {
        string?[] names = [.. type.GetGenericArguments().Select(_ => _tupleNames.Count > 0 ? _tupleNames.Dequeue() : null)];
        return $"({string.Join(", ", Arguments(type, nullability).Zip(names, (argument, name) => name is null ? argument : $"{argument} {name}"))})";
    }

    // Arguments of an outer type are handed down to the inner one: View1D<T>.Enumerator has T as its own.
    private string Generic(Type type, NullabilityInfo? nullability)
    {
        string[] arguments = [.. Arguments(type, nullability)];
        int inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string outer = type.DeclaringType is null ? "" : Bare(type.DeclaringType) + List(arguments[..inherited]) + ".";
        return outer + Bare(type) + List(arguments[inherited..]);
    }

    private IEnumerable<string> Arguments(Type type, NullabilityInfo? nullability)
    {
        NullabilityInfo[] known = nullability?.GenericTypeArguments ?? [];
        return type.GetGenericArguments().Select((argument, i) => Write(argument, i < known.Length ? known[i] : null));
    }

    private static string List(string[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments)}>";

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
