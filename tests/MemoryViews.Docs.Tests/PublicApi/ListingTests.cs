using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Xunit;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>How the listing spells what a signature can hold.</summary>
public class ListingTests
{
    [Theory]
    [InlineData(typeof(Everything), "class ListingTests.Everything")]
    [InlineData(typeof(Everything), "    (nint Low, (int A, string? B) Inner) Bounds { get; }")]
    [InlineData(typeof(Everything), "    protected Everything(string? name = null)")]
    [InlineData(typeof(Everything), "    object? this[nint i, nint j] { get; }")]
    [InlineData(typeof(Everything), "    const int Limit = 3")]
    [InlineData(typeof(Everything), "    List<string?>? Names { get; protected set; }")]
    [InlineData(typeof(Everything), "    static T Sum<T>(scoped ReadOnlySpan<T> items, params ReadOnlySpan<nint> shape) where T : unmanaged, INumber<T>")]
    [InlineData(typeof(Everything), "    void Take(in int a, ref long b, out string c, DayOfWeek day = DayOfWeek.Friday, nint? n = null, bool yes = true)")]
    [InlineData(typeof(Everything), "    override string ToString()")]
    [InlineData(typeof(Window<>), "readonly ref struct ListingTests.Window<T> : IDisposable where T : unmanaged")]
    [InlineData(typeof(Window<>), "    [UnscopedRef] ref readonly T First()")]
    [InlineData(typeof(Window<>), "    static implicit operator ListingTests.Window<T>(Span<T> span)")]
    [InlineData(typeof(Pair), "readonly record struct ListingTests.Pair : IEquatable<ListingTests.Pair>")]
    [InlineData(typeof(Pair), "    static bool operator ==(ListingTests.Pair left, ListingTests.Pair right)")]
    [InlineData(typeof(Pair), "    int Left { get; init; }")]
    [InlineData(typeof(Colors), "[Flags] enum ListingTests.Colors : byte")]
    [InlineData(typeof(Colors), "    Blue = 2")]
    [InlineData(typeof(Visit<>), "delegate int ListingTests.Visit<T>(T item, object? state)")]
    public void A_declaration_is_written_as_in_CSharp(Type type, string line) => Assert.Contains(line, ApiListing.Of(type).Split('\n'));

    [Fact]
    public void What_users_cannot_reach_is_left_out() => Assert.DoesNotContain("Hidden", ApiListing.Of(typeof(Everything)));

    public delegate int Visit<T>(T item, object? state);

    [Flags]
    public enum Colors : byte
    {
        Red = 1,
        Blue = 2,
    }

    public class Everything
    {
        public const int Limit = 3;

        protected Everything(string? name = null) => Names = [name];

        public (nint Low, (int A, string? B) Inner) Bounds => (Hidden(), (1, Names?[0]));

        public List<string?>? Names { get; protected set; }

        public object? this[nint i, nint j] => i + j;

        public static T Sum<T>(scoped ReadOnlySpan<T> items, params ReadOnlySpan<nint> shape)
            where T : unmanaged, INumber<T> => items[(int)shape[0]];

        public void Take(in int a, ref long b, out string c, DayOfWeek day = DayOfWeek.Friday, nint? n = null, bool yes = true) =>
            c = $"{a}{b}{day}{n}{yes}{Bounds}";

        public override string ToString() => "everything";

        internal static nint Hidden() => 0;
    }

    public readonly record struct Pair(int Left, int Right);

    public readonly ref struct Window<T>(Span<T> span) : IDisposable
        where T : unmanaged
    {
        private readonly Span<T> _span = span;

        public static implicit operator Window<T>(Span<T> span) => new(span);

        [UnscopedRef]
        public ref readonly T First() => ref _span[0];

        public void Dispose() => _span.Clear();
    }
}
