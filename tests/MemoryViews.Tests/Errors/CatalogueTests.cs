using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace MemoryViews.Tests.Errors;

/// <summary>
/// Every place that throws is provoked through the public surface, and says what was asked, the limit and what would have worked. The places
/// are found by reflection: one method of <see cref="Error"/> each. A new one must be entered in the table of its room.
/// </summary>
[LeavesBehind("each refusal is provoked by one expression, temporaries and all")]
public class CatalogueTests
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Sites => [.. SitesOf().Select(method => method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_throw_site_is_provoked_and_its_message_has_the_facts(string site)
    {
        List<Provocation> provocations = [.. Catalogue.All.Where(provocation => provocation.Site == site)];
        Assert.True(provocations.Count > 0, $"{site} has no entry: say how it is provoked and what its message holds.");
        HashSet<MethodInfo> reached = [];
        foreach (Provocation provocation in provocations)
        {
            Exception? refusal = Xunit.Record.Exception(provocation.Act);
            Assert.True(refusal is not null, $"{site} was not provoked: nothing was thrown.");
            Assert.True(refusal is IViewException, $"{site}: {refusal} carries no code.");
            Assert.NotEqual(ViewErrorCode.None, ((IViewException)refusal).Code);
            Assert.All(provocation.Facts, fact => Assert.Contains(fact, refusal.Message, StringComparison.Ordinal));
            reached.UnionWith(SitesOf().Where(method => method.Name == site && Template.Fits(method, refusal.Message)));
            Assert.True(reached.Count > 0, $"{site} was not reached, but another: {refusal.Message}");
        }

        Assert.Equal(SitesOf().Where(method => method.Name == site).ToHashSet(), reached);
    }

    [Fact]
    public void No_entry_is_for_a_site_that_has_gone()
        => Assert.Empty(Catalogue.All.Select(provocation => provocation.Site).Except(SitesOf().Select(method => method.Name)));

    private static IEnumerable<MethodInfo> SitesOf() => typeof(Error).GetMethods(Statics).Where(method => method.ReturnType == typeof(Exception));
}
