using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

// One step each, in the order in which LeaseTicket.Take and Return take them.
internal sealed partial class TicketMachine
{
    private void Add(TicketState state, int actor, List<TicketState> next)
    {
        ref TicketActor self = ref state.Actors[actor];
        if (self.At == TicketStep.Enter)
        {
            Enter(ref state, ref self);
        }
        else
        {
            Move(ref state, ref self, ref state.Tickets[self.Ticket]);
        }

        next.Add(state);
    }

    private static void End(ref TicketActor self) => self = new() { Left = self.Left, Spare = self.Spare };

    // A lease that is refused leaves the spare ticket where it was.
    private static void Enter(ref TicketState state, ref TicketActor self)
    {
        if (state.IsShut)
        {
            End(ref self);
            return;
        }

        state.Users++;
        self.Ticket = self.Spare == 0 ? state.TicketCount++ : (byte)(self.Spare - 1);
        self.At = TicketStep.Link;
        ref TicketSlot slot = ref state.Tickets[self.Ticket];
        state.Wrong = slot.IsLinked || slot.HasBlock || slot.Lease != 0 ? TicketWrong.TakenWhileInUse : state.Wrong;
        slot.Lease = TicketSlot.BeingTaken;
    }

    private void Move(ref TicketState state, ref TicketActor self, ref TicketSlot slot)
    {
        switch (self.At)
        {
            case TicketStep.Link:
                slot.IsLinked = true;
                self.At = TicketStep.SetBlock;
                break;
            case TicketStep.SetBlock:
                self.Spare = self.Spare == self.Ticket + 1 && rules.TakesSpareAway ? (byte)0 : self.Spare;
                slot.HasBlock = true;
                self.At = TicketStep.Publish;
                break;
            case TicketStep.Publish:
                state.Leases[state.LeaseCount++] = new() { Ticket = self.Ticket, Version = slot.Version };
                slot.Lease = state.LeaseCount;
                End(ref self);
                break;
            case TicketStep.ReadVersion:
                self.At = TicketStep.SwapVersion;
                EndIfStale(in state, ref self, in slot);
                break;
            case TicketStep.SwapVersion:
                SwapVersion(ref state, ref self, ref slot);
                break;
            case TicketStep.ReadBlock:
                self.HasBlock = slot.HasBlock;
                self.At = TicketStep.ClearBlock;
                break;
            case TicketStep.ClearBlock:
                slot.HasBlock = false;
                self.At = TicketStep.Unlink;
                break;
            case TicketStep.Unlink:
                state.Wrong = !self.HasBlock ? TicketWrong.ReturnedWithoutBlock : !slot.IsLinked ? TicketWrong.UnlinkedTwice : state.Wrong;
                slot.IsLinked = false;
                self.At = TicketStep.Leave;
                break;
            default:
                state.Users--;
                self.Spare = (byte)(self.Ticket + 1); // the thread's own: nobody sees it
                End(ref self);
                break;
        }
    }

    private bool IsStale(in TicketState state, in TicketActor self, in TicketSlot slot)
        => rules.HasVersions ? rules.Returned(slot.Version, state.Leases[self.Lease].Version) == slot.Version : !slot.HasBlock;

    private void EndIfStale(in TicketState state, ref TicketActor self, in TicketSlot slot)
    {
        if (IsStale(in state, in self, in slot))
        {
            End(ref self);
        }
    }

    private void SwapVersion(ref TicketState state, ref TicketActor self, ref TicketSlot slot)
    {
        if (rules.ReturnsBySwap && IsStale(in state, in self, in slot))
        {
            End(ref self);
            return;
        }

        ref TicketCopy copy = ref state.Leases[self.Lease];
        state.Wrong = copy.IsEnded ? slot.Lease != 0 ? TicketWrong.CopyEndsAnotherLease : TicketWrong.LeaseEndsTwice : state.Wrong;
        copy.IsEnded = true;
        slot.Version = (byte)rules.Returned(slot.Version, slot.Version);
        slot.Lease = 0;
        self.At = TicketStep.ReadBlock;
        if (!rules.HasVersions)
        {
            self = self with { At = TicketStep.Unlink, HasBlock = true };
            slot.HasBlock = false;
        }
    }
}
