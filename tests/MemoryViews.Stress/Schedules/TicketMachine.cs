using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// <see cref="LeaseTicket"/>s: every thread takes leases, and gives back any copy of any lease it has ever seen: its own or another thread's,
/// for the first time, for the second, at once with somebody else, or when the ticket long carries a later lease. The block they are on may shut.
/// </summary>
internal sealed partial class TicketMachine(TicketRules rules, int threads, int operations) : IMachine<TicketState>
{
    public TicketState Start
    {
        get
        {
            TicketState start = default;
            for (int i = 0; i < threads; i++)
            {
                start.Actors[i].Left = (byte)operations;
            }

            return start;
        }
    }

    public int Actors => threads;

    public void Step(in TicketState state, int actor, List<TicketState> next)
    {
        TicketActor self = state.Actors[actor];
        if (self.At != TicketStep.Idle)
        {
            Add(state, actor, next);
        }
        else if (self.Left > 0)
        {
            Begin(state, actor, self with { At = TicketStep.Enter }, next);
            for (byte i = 0; i < state.LeaseCount; i++)
            {
                Begin(state, actor, self with { At = rules.ReturnsBySwap ? TicketStep.SwapVersion : TicketStep.ReadVersion, Lease = i, Ticket = state.Leases[i].Ticket }, next);
            }

            if (!state.IsShut)
            {
                TicketState shut = state with { IsShut = true };
                shut.Actors[actor].Left--;
                next.Add(shut);
            }
        }
    }

    public TicketState Canonical(TicketState state)
    {
        state.Actors.Sort(threads);
        return state;
    }

    public string? Fault(in TicketState state)
    {
        int held = Held(in state);
        return state.Wrong != TicketWrong.Nothing ? Words.Of(state.Wrong)
            : state.Users != held ? $"{held} hold the block, but {state.Users} are counted"
            : SharesSpare(in state) ? "one ticket is the next one of two"
            : null;
    }

    public string? FaultAtEnd(in TicketState state)
    {
        for (int i = 0; i < state.TicketCount; i++)
        {
            TicketSlot slot = state.Tickets[i];
            if (slot.IsLinked != (slot.Lease != 0) || slot.HasBlock != slot.IsLinked)
            {
                return "the list of holders is not the leases that are out";
            }
        }

        return null;
    }

    public string Describe(in TicketState state, int actor) => actor < 0
        ? $"{state.LeaseCount} leases on {state.TicketCount} tickets, {state.Users} users"
        : $"{actor} {state.Actors[actor].At} ticket {state.Actors[actor].Ticket} lease {state.Actors[actor].Lease}";

    private void Begin(TicketState state, int actor, TicketActor self, List<TicketState> next)
    {
        state.Actors[actor] = self with { Left = (byte)(self.Left - 1) };
        Add(state, actor, next);
    }

    private int Held(in TicketState state)
    {
        int held = 0;
        for (int i = 0; i < state.LeaseCount; i++)
        {
            held += state.Leases[i].IsEnded ? 0 : 1;
        }

        for (int i = 0; i < threads; i++)
        {
            held += state.Actors[i].At is TicketStep.Idle or TicketStep.Enter or TicketStep.ReadVersion or TicketStep.SwapVersion ? 0 : 1;
        }

        return held;
    }

    private bool SharesSpare(in TicketState state)
    {
        int seen = 0;
        for (int i = 0; i < threads; i++)
        {
            int spare = 1 << state.Actors[i].Spare;
            if (spare > 1 && (seen & spare) != 0)
            {
                return true;
            }

            seen |= spare;
        }

        return false;
    }
}
