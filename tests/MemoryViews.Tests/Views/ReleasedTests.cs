using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace MemoryViews.Tests.Views;

/// <summary>Every public member of a released view throws the same exception, save those few that answer. A new member must be entered here.</summary>
public class ReleasedTests
{
    // Names with how they are called; several calls for overloads that take different ways.
    private static readonly Dictionary<string, Action<MemoryView>[]> s_refusing = new()
    {
        ["Exporter"] = [v => _ = v.Exporter],
        ["Format"] = [v => _ = v.Format],
        ["Layout"] = [v => _ = v.Layout],
        ["Rank"] = [v => _ = v.Rank],
        ["Length"] = [v => _ = v.Length],
        ["ItemCount"] = [v => _ = v.ItemCount],
        ["ItemSize"] = [v => _ = v.ItemSize],
        ["ByteLength"] = [v => _ = v.ByteLength],
        ["Shape"] = [v => _ = v.Shape.Length],
        ["Strides"] = [v => _ = v.Strides.Length],
        ["Suboffsets"] = [v => _ = v.Suboffsets.Length],
        ["IsReadOnly"] = [v => _ = v.IsReadOnly],
        ["IsCContiguous"] = [v => _ = v.IsCContiguous],
        ["IsFContiguous"] = [v => _ = v.IsFContiguous],
        ["IsContiguous"] = [v => _ = v.IsContiguous],
        ["Item"] =
        [
            v => _ = v[0], v => _ = v[0, 0], v => _ = v[^1], v => _ = v[[]], v => v[0] = 1, v => v[0, 0] = 1, v => v[^1] = 1,
            v => _ = v[..], v => _ = v[1.., 0], v => _ = v[Subscript.Ellipsis], v => _ = v["x"],
            v => v[..] = Other, v => v[Subscript.Ellipsis] = Other, v => v["x"] = Other, v => Other[..] = v,
        ],
        ["Get"] = [v => v.Get<int>(0), v => v.Get<int>(0, 0), v => v.Get<int>(), v => v.Get<byte>(0)],
        ["Set"] = [v => v.Set(0, 1), v => v.Set(0, 0, 1), v => v.Set([], 1), v => v.Set<byte>(0, 1)],
        ["GetEnumerator"] = [v => v.GetEnumerator()],
        ["Items"] = [v => v.Items<int>()],
        ["Along"] = [v => v.Along(), v => v.Along(9)],
        ["Slice"] = [v => v.Slice(0, 1), v => v.Slice(0, 100)],
        ["Transpose"] = [v => v.Transpose()],
        ["Permute"] = [v => v.Permute(0), v => v.Permute(9)],
        ["Flip"] = [v => v.Flip(), v => v.Flip(9)],
        ["Reshape"] = [v => v.Reshape(3), v => v.Reshape(5, 5)],
        ["BroadcastTo"] = [v => v.BroadcastTo(3), v => v.BroadcastTo()],
        ["Windows"] = [v => v.Windows(1), v => v.Windows(100)],
        ["Cast"] = [v => v.Cast("B"), v => v.Cast("B", [12]), v => v.Cast(ItemFormat.UInt8), v => v.Cast(ItemFormat.UInt8, [12]), v => v.Cast<byte>()],
        ["WithLayout"] = [v => v.WithLayout(ItemFormat.UInt8, Layout.Contiguous(1, [1])), v => v.WithLayout(ItemFormat.UInt8, Layout.Contiguous(2, [100]))],
        ["AsReadOnly"] = [v => v.AsReadOnly()],
        ["CopyTo"] = [v => v.CopyTo(Other), v => Other.CopyTo(v), v => v.CopyTo(new byte[20]), v => v.CopyTo<int>(new int[3])],
        ["CopyFrom"] = [v => v.CopyFrom(Other), v => v.CopyFrom<int>([1, 2, 3]), v => Other.CopyFrom(v)],
        ["CopyFromBytes"] = [v => v.CopyFromBytes(new byte[12])],
        ["ConvertTo"] = [v => v.ConvertTo(Other), v => Other.ConvertTo(v)],
        ["Fill"] = [v => v.Fill(1)],
        ["ToBytes"] = [v => v.ToBytes(), v => v.ToBytes(AxisOrder.F)],
        ["ToArray"] = [v => v.ToArray(), v => v.ToArray<int>()],
        ["ToList"] = [v => v.ToList()],
        ["ToHexString"] = [v => v.ToHexString()],
        ["AsStream"] = [v => v.AsStream()],
        ["ContentHashCode"] = [v => v.ContentHashCode()],
        ["FirstMismatch"] = [v => v.FirstMismatch(Other), v => Other.FirstMismatch(v)],
        ["Overlaps"] = [v => v.Overlaps(Other), v => Other.Overlaps(v)],
        ["Count"] = [v => v.Count(1)],
        ["IndexOf"] = [v => v.IndexOf(1), v => v.IndexOf([1])],
        ["Lease"] = [v => v.Lease()],
        ["LeaseReadOnly"] = [v => v.LeaseReadOnly()],
        ["Access"] = [v => v.Access<int, int>(0, (Span<int> _, int _) => { }), v => v.Access<int, int>(0, (ReadOnlySpan<int> _, int _) => { })],
        ["Pin"] = [v => v.Pin()],
        ["PinItem"] = [v => v.PinItem(0), v => v.PinItem()],
        ["AsContiguous"] = [v => v.AsContiguous()],
        ["BorrowMemory"] = [v => v.BorrowMemory<int>()],
        ["BorrowReadOnlyMemory"] = [v => v.BorrowReadOnlyMemory<int>()],
        ["ContiguousRuns"] = [v => v.ContiguousRuns()],
        ["BorrowSegments"] = [v => v.BorrowSegments()],
        ["BorrowReadOnlySegments"] = [v => v.BorrowReadOnlySegments()],
        ["GetBuffer"] = [v => v.GetBuffer(BufferRequest.Simple), v => v.GetBuffer(BufferRequest.Full)],
        ["Share"] = [v => v.Share()],
        [".ctor"] = [v => _ = new MemoryView(v)],
        ["AsMemoryView"] = [v => v.AsMemoryView()],
    };

    private static readonly Dictionary<string, Action<MemoryView>> s_answering = new()
    {
        ["IsReleased"] = v => Assert.True(v.IsReleased),
        ["ToString"] = v => Assert.Equal("MemoryView (released)", v.ToString()),
        ["TryFormat"] = v => Assert.True(v.TryFormat(new char[100], out _, "", null)),
        ["Release"] = v => v.Release(),
        ["Dispose"] = v => v.Dispose(),
        ["ContentEquals"] = v => Assert.True(v.ContentEquals(v)),
    };

    public static TheoryData<string> Members => [.. typeof(MemoryView).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodInfo { IsSpecialName: true })
        .Select(member => member.Name)
        .Distinct()];

    private static MemoryView Other => new int[3].AsMemoryView();

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_a_released_view_refuses_or_is_known_to_answer(string member)
    {
        Action<MemoryView>[] calls = s_refusing.GetValueOrDefault(member, []);
        Assert.True(calls.Length > 0 || s_answering.ContainsKey(member), $"{member} has no entry: say what it does on a released view.");
        foreach (MemoryView view in ReleasedViews())
        {
            foreach (Action<MemoryView> call in calls)
            {
                ViewReleasedException refusal = Assert.Throws<ViewReleasedException>(() => call(view));
                Assert.Equal(ViewErrorCode.Released, refusal.Code);
            }

            s_answering.GetValueOrDefault(member)?.Invoke(view);
        }
    }

    [Fact]
    public void The_text_of_the_items_of_a_released_view_is_refused()
        => Assert.All(ReleasedViews(), view => Assert.Throws<ViewReleasedException>(() => view.ToString("g", null)));

    // Released, dead with the view it came from, and over memory that was closed.
    private static IEnumerable<MemoryView> ReleasedViews()
    {
        MemoryView released = Other;
        released.Release();
        yield return released;

        MemoryView first = Other, part = first[..];
        first.Dispose();
        yield return part;

        using NativeBuffer buffer = NativeBuffer.Allocate(12);
        MemoryView native = buffer.AsMemoryView(), items = native.Cast<int>();
        native.Dispose();
        yield return items;
    }
}
