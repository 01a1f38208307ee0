using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// A <see cref="MemoryBlock"/>: its state word, leases, the three ways to close it, and its finalizer, which runs when every thread has dropped
/// the block and may find leases that nobody gave back; those may come back even later, from finalizers of their own.
/// </summary>
internal sealed partial class BlockMachine(BlockRules rules, int threads, int operations) : IMachine<BlockState>
{
    private static readonly BlockOperation[] s_alphabet =
    [
        BlockOperation.Use, BlockOperation.Access, BlockOperation.CloseFail, BlockOperation.CloseWait, BlockOperation.CloseDefer,
        BlockOperation.Lease, BlockOperation.Return, BlockOperation.Drop,
    ];

    public BlockState Start
    {
        get
        {
            BlockState start = default;
            for (int i = 0; i < threads; i++)
            {
                start.Actors[i].Left = (byte)operations;
            }

            return start;
        }
    }

    public int Actors => threads + 1;

    private int Finalizer => threads;

    public void Step(in BlockState state, int actor, List<BlockState> next)
    {
        if (state.Actors[actor].At != BlockStep.Idle)
        {
            Add(state, actor, next);
        }
        else if (actor == Finalizer)
        {
            BeginFinalizer(in state, next);
        }
        else
        {
            foreach (BlockOperation operation in s_alphabet)
            {
                Begin(state, actor, operation, next);
            }
        }
    }

    public BlockState Canonical(BlockState state)
    {
        state.Actors.Sort(threads);
        return state;
    }

    public string? Fault(in BlockState state)
    {
        int inside = Inside(in state), users = StateWord.UsersOf(state.Word);
        return state.Wrong != BlockWrong.Nothing ? Words.Of(state.Wrong)
            : users != inside ? $"{inside} are inside, but {users} are counted"
            : inside > 0 && state.Memory != BlockMemory.Live ? "memory was given back while somebody was inside"
            : inside > 0 && StateWord.Ended(state.Word) ? "closed while somebody is inside"
            : state.WasClosed && !StateWord.Ended(state.Word) ? "a closed block is open again"
            : state.Word < 0 && inside == 0 && !StateWord.Ended(state.Word) ? "shut and empty, but nobody closes it"
            : state.Finished > 1 ? "two are told that they have closed the block"
            : state.Told > 1 ? "the owner is told twice"
            : null;
    }

    public string? FaultAtEnd(in BlockState state)
    {
        for (int i = 0; i < threads; i++)
        {
            if (state.Actors[i].At != BlockStep.Gone)
            {
                return state.Forgotten > 0 ? null : "somebody waits for nobody, for ever";
            }
        }

        return state.Forgotten > 0 ? state.Memory == BlockMemory.Live && state.Told == 0 ? null : "a forgotten lease does not keep the memory"
            : state.Memory != BlockMemory.Freed ? "all have let go, but the memory is not freed"
            : state.Finished != 1 || state.Told != 1 ? "all have let go, but the owner is not told"
            : null;
    }

    public string Describe(in BlockState state, int actor) => actor < 0
        ? $"word {state.Word:x16}, memory {state.Memory}, {state.Forgotten} leases forgotten"
        : state.Actors[actor].At == BlockStep.Idle ? $"{actor} begins" : $"{actor} {state.Actors[actor].Operation}.{state.Actors[actor].At}";

    // Ghost of the count: those who have entered and not yet left, by where they stand.
    private int Inside(in BlockState state)
    {
        int inside = state.Forgotten;
        for (int i = 0; i < Actors; i++)
        {
            BlockActor actor = state.Actors[i];
            bool isInside = actor.At is BlockStep.Link or BlockStep.Unlink or BlockStep.ReadToLeave or BlockStep.SwapToLeave
                || (actor.At == BlockStep.Touch && actor.Operation == BlockOperation.Use);
            inside += actor.Leases + (isInside ? 1 : 0);
        }

        return inside;
    }

    // An operation begins with its first access, so that the choice itself is no step.
    private void Begin(BlockState state, int actor, BlockOperation operation, List<BlockState> next)
    {
        ref BlockActor self = ref state.Actors[actor];
        bool can = operation switch
        {
            BlockOperation.Drop => true,
            BlockOperation.Return => self.Left > 0 && self.Leases > 0,
            BlockOperation.Access => self.Left > 0 && rules.IsDirect,
            _ => self.Left > 0,
        };
        if (!can)
        {
            return;
        }

        if (operation == BlockOperation.Drop)
        {
            state.Forgotten += self.Leases;
            self = new() { At = BlockStep.Gone };
            next.Add(state);
            return;
        }

        self.Left--;
        self.Operation = operation;
        self.At = FirstStep(operation);
        self.Leases -= (byte)(operation == BlockOperation.Return ? 1 : 0);
        Add(state, actor, next);
    }

    private BlockStep FirstStep(BlockOperation operation) => operation switch
    {
        BlockOperation.Use or BlockOperation.Lease => BlockStep.ReadToEnter,
        BlockOperation.Access => rules.TouchesFirst ? BlockStep.Touch : BlockStep.Check,
        BlockOperation.Return => BlockStep.Unlink,
        BlockOperation.Finalize => BlockStep.LookForUsers,
        _ => BlockStep.LookClosed,
    };

    // The collector's proof that no frame holds the block: all threads are gone.
    private void BeginFinalizer(in BlockState state, List<BlockState> next)
    {
        for (int i = 0; i < threads; i++)
        {
            if (state.Actors[i].At != BlockStep.Gone)
            {
                return;
            }
        }

        if (!state.IsKept)
        {
            BlockState s = state;
            s.Actors[Finalizer].Operation = BlockOperation.Finalize;
            s.Actors[Finalizer].At = FirstStep(BlockOperation.Finalize);
            Add(s, Finalizer, next);
        }

        if (state.Forgotten > 0)
        {
            BlockState s = state;
            s.Forgotten--;
            s.IsKept = false;
            s.Actors[Finalizer].Operation = BlockOperation.Return;
            s.Actors[Finalizer].At = FirstStep(BlockOperation.Return);
            Add(s, Finalizer, next);
        }
    }

    private void Add(BlockState state, int actor, List<BlockState> next)
    {
        if (Move(ref state, ref state.Actors[actor]))
        {
            state.WasClosed |= StateWord.Ended(state.Word);
            next.Add(state);
        }
    }
}
