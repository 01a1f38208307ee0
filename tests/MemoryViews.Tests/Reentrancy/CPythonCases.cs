using System;
using System.Linq;
using System.Reflection;
using MemoryViews.Tests.Compat;
using MemoryViews.Tests.Formats;
using MemoryViews.Tests.Protocol;
using MemoryViews.Tests.Views;
using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>
/// Where user code ran inside an operation of CPython's buffers and took the memory away, and what stands for it here. The rule that answers
/// all of them: user code runs before memory is entered, or inside a lease; what it could have changed is looked at again after it.
/// <code>
///   user code that runs inside an operation                       in
///   -----------------------------------------------------------   -----------------------------------------
///   GetBuffer of an exporter                                      LendingTests, ComparisonTests
///   what is told when a loan or borrowed memory goes back         ReturningTests
///   bodies of Access                                              AccessTests
///   lists, collections and texts that are stored as items         ItemConversionTests
///   __index__, __float__, __bool__, shapes, separators            PythonReentrancyTests, PythonCallTests
///   values that are packed, writers packed into                   StructTests
///   values and buffers of sequences, memory managers              SequenceTests
///   streams, pipe readers and writers                             StreamTests
///   Equals, GetHashCode, comparers, format providers              none is ever called
/// </code>
/// </summary>
public sealed class CPythonCases
{
    private static readonly Case[] s_cases =
    [
        new("gh-92888: a key or value releases the view", typeof(PythonReentrancyTests), nameof(PythonReentrancyTests.A_value_that_releases_the_view_is_not_stored)),
        new("gh-92888: a key or value releases the view", typeof(PythonReentrancyTests), nameof(PythonReentrancyTests.An_index_that_releases_the_view_finds_no_item)),
        new("gh-142664: the exporter's hash releases the view", typeof(PythonCallTests), nameof(PythonCallTests.A_hash_runs_no_code_of_the_exporter)),
        new("gh-143195: len(sep) releases during hex", typeof(PythonCallTests), nameof(PythonCallTests.A_separator_whose_length_releases_the_view_is_no_separator)),
        new("gh-142665: a bound of a slice releases the view", typeof(PythonReentrancyTests), nameof(PythonReentrancyTests.A_bound_that_releases_the_view_still_gives_the_slice_and_the_exporter_stays_locked)),
        new("gh-142663: == releases the view", typeof(ComparisonTests), nameof(ComparisonTests.An_exporter_that_gives_the_view_back_while_it_is_compared_reads_nothing_of_it)),
        new("gh-126341: iter of a released view", typeof(PythonCallTests), nameof(PythonCallTests.An_iteration_over_a_released_view_raises_at_the_call)),
        new("gh-77894, gh-122306: a cycle is cleared while exported", typeof(Exporters.ExportLockTests), nameof(Exporters.ExportLockTests.An_exporter_and_its_view_that_hold_each_other_are_collected)),
        new("gh-104371: released with an exception set", typeof(ReturningTests), nameof(ReturningTests.What_it_throws_hides_no_exception_under_way)),
        new("gh-126980: __buffer__(READ) and (WRITE)", typeof(NarrowTests), nameof(NarrowTests.Flags_of_c_helpers_alone_are_no_request)),
        new("gh-126594: flags overflow", typeof(LendingTests), nameof(LendingTests.Flags_that_no_request_has_are_met_or_refused)),
        new("gh-148390: '?' with bytes other than 0 and 1", typeof(ItemReadWriteTests), nameof(ItemReadWriteTests.Any_byte_but_zero_is_true)),
        new("items of no bytes lent as plain bytes", typeof(TrapsTests), nameof(TrapsTests.Items_of_no_bytes_are_lent_and_have_none)),
        new("gh-142557 to gh-142560: bytearray, changed by an argument", typeof(LendingTests), nameof(LendingTests.A_source_that_changes_the_growing_array_while_it_lends_is_added_to_what_is_there_then)),
        new("gh-142557 to gh-142560: bytearray, changed by an argument", typeof(ComparisonTests), nameof(ComparisonTests.A_growing_array_is_compared_with_what_it_holds_then)),
        new("gh-143003: extend with a lying length", typeof(SequenceTests), nameof(SequenceTests.How_many_values_a_list_says_it_has_is_not_believed)),
        new("gh-143003: extend with a lying length", typeof(ItemConversionTests), nameof(ItemConversionTests.A_list_with_another_number_of_values_than_a_sub_array_is_refused_whatever_it_says)),
        new("gh-153578: extend with a buffer that shrinks it", typeof(LendingTests), nameof(LendingTests.A_source_that_lends_the_growing_array_meanwhile_keeps_it_as_it_was)),
        new("gh-142555 and its kin: array, an item set", typeof(PythonCallTests), nameof(PythonCallTests.A_value_that_empties_the_array_it_is_stored_in_finds_no_place_there)),
        new("gh-142555 and its kin: array, extend and fromlist", typeof(SequenceTests), nameof(SequenceTests.Values_that_change_the_array_they_are_added_to_are_added_to_what_is_there_then)),
        new("gh-142555 and its kin: array, index and remove", typeof(SequenceTests), nameof(SequenceTests.A_value_looked_for_cannot_take_the_items_away)),
        new("gh-142555 and its kin: array, tofile", typeof(StreamTests), nameof(StreamTests.A_stream_cannot_change_the_size_of_the_array_that_is_written_to_it)),
        new("gh-142555 and its kin: array, fromfile", typeof(StreamTests), nameof(StreamTests.A_stream_that_changes_the_array_it_is_read_into_has_its_items_added_to_what_is_there_then)),
        new("gh-143988: a list of buffers changes in sendmsg", typeof(SequenceTests), nameof(SequenceTests.Buffers_of_records_that_were_given_back_are_not_read)),
        new("gh-127085: the count of exports is atomic", typeof(Exporters.ExportLockTests), nameof(Exporters.ExportLockTests.Threads_that_lend_and_give_back_are_all_counted)),

        new("gh-142663: struct.Struct exchanged for another", "the codec is no object that a program could exchange"),
        new("gh-104223: __buffer__ inherited from a class and a mixin", "GetBuffer is one method of an interface: what overrides it is what is called"),
        new("gh-151295: join with items that vanish", "Bytes and ByteArray do not join"),
        new("gh-142557 to gh-142560: find, count and split of bytearray", "patterns are spans and bounds are numbers: no code of theirs runs"),
        new("gh-143988: sendmsg and recvmsg_into", "the list of memory that a socket is given is the library's own, and does not change"),
        new("gh-149816, gh-155606, gh-157112, gh-157113, gh-154524: without the GIL", "no user code runs in them: races are the stress console's"),
    ];

    public static TheoryData<int> Tested => [.. Enumerable.Range(0, s_cases.Length).Where(at => s_cases[at].Class is not null)];

    [Theory]
    [MemberData(nameof(Tested))]
    public void Every_case_of_CPython_s_with_a_counterpart_here_is_a_test(int at)
    {
        MethodInfo? method = s_cases[at].Class!.GetMethod(s_cases[at].Answer);

        Assert.NotNull(method);
        Assert.NotEmpty(method.GetCustomAttributes<FactAttribute>(inherit: true));
    }

    [Fact]
    public void A_method_that_is_no_test_would_be_noticed()
        => Assert.Empty(typeof(CPythonCases).GetMethod(nameof(Equals))!.GetCustomAttributes<FactAttribute>(inherit: true));

    /// <param name="Name">What went wrong in CPython.</param>
    /// <param name="Class">Where the test is; null when there is no counterpart.</param>
    /// <param name="Answer">The test, or why there is none.</param>
    private sealed record Case(string Name, Type? Class, string Answer)
    {
        public Case(string name, string reason)
            : this(name, null, reason)
        {
        }
    }
}
