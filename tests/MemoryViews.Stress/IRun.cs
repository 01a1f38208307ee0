
namespace MemoryViews.Stress;

/// <summary>One kind of stress, named on the command line.</summary>
internal interface IRun
{
    /// <summary>The word that asks for it.</summary>
    string Name { get; }

    /// <summary>What <c>--count</c> counts, for the usage text: "closes".</summary>
    string Unit { get; }

    /// <summary>How many by default: under ten seconds on two cores.</summary>
    long DefaultCount { get; }

    /// <summary>Runs it. What was counted is written through the tally, failures too.</summary>
    void Run(in Options options, Tally tally);
}
