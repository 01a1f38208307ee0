using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Architecture.Tests;

/// <summary>What is built on the library uses its public members alone; only tests may look inside.</summary>
public class FriendTests
{
    private static readonly string[] s_friends =
    [
        .. typeof(ViewErrorCode).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName.Split(',')[0]),
    ];

    [Theory]
    [InlineData("memview")]
    [InlineData("MemoryViews.Python")]
    public void What_is_built_on_the_library_is_no_friend_of_it(string project) => Assert.DoesNotContain(project, s_friends);

    [Fact]
    public void Every_friend_is_a_project_under_tests()
    {
        IEnumerable<string> projects = Directory.EnumerateDirectories(Repository.At("tests")).Select(folder => Path.GetFileName(folder));
        Assert.Contains("MemoryViews.Tests", s_friends);
        Assert.Subset(projects.ToHashSet(StringComparer.Ordinal), s_friends.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_library_depends_on_the_framework_alone()
    {
        string? framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        IEnumerable<string?> others = typeof(ViewErrorCode).Assembly.GetReferencedAssemblies()
            .Where(name => Path.GetDirectoryName(Assembly.Load(name).Location) != framework)
            .Select(name => name.Name);
        Faults.None(others);
    }
}
