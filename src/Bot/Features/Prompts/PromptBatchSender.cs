using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Prompts;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>
/// Processes one batch of due people: picks a prompt for each, if any, and schedules their next check. Everything is committed together, so
/// after a crash the next run continues where this one stopped.
/// </summary>
public sealed class PromptBatchSender(
    PromptStore store, IPeopleDirectory directory, IAccountStore accounts, IEnumerable<IPromptSource> sources, WorkCalendars calendars,
        PromptRules rules, OutboxWriter outboxWriter, WorkspaceRegistry workspaces,
    TimeProvider clock) : IDueBatches
{
    /// <summary>The number of people in one transaction.</summary>
    public const int Batch = 500;

    private static readonly TimeSpan outOfReach = TimeSpan.FromDays(7);
    private static readonly TimeSpan betweenTwo = TimeSpan.FromHours(2);

    /// <summary>A person who may get a prompt, with what is needed to send it.</summary>
    private sealed record Guest(
        PromptCandidate Candidate,
        PromptDecision Moment,
        PromptPlan Plan,
        Identity Account,
        IEnumerable<PromptPreference> Habits);

    /// <inheritdoc />
    public async Task<Guid?> DoNextAsync(Guid id, Guid after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var plans = await store.GetDuePlansAsync(after, now, Batch, cancellationToken);
        if (plans.Count == 0 || await workspaces.FindAsync(id, cancellationToken) is not { } workspace)
        {
            return null;
        }

        var waiting = await InviteAsync(workspace, plans, now, cancellationToken);
        foreach (var source in sources.OrderBy(source => source.Kind))
        {
            var invited = waiting.FindAll(guest => guest.Moment.Kinds.Contains(source.Kind));
            if (invited.Count == 0)
            {
                continue;
            }

            var ideas = await source.FindAsync([.. invited.Select(guest => guest.Candidate)], cancellationToken);
            foreach (var guest in invited.Where(guest =>
                ideas.ContainsKey(guest.Candidate.Person.Id) && TrySend(guest, source.Kind, ideas[guest.Candidate.Person.Id], now)))
            {
                waiting.Remove(guest);
            }
        }

        return plans[^1].PersonId;
    }

    private async Task<List<Guest>> InviteAsync(
        Workspace workspace,
        IReadOnlyList<PromptPlan> plans,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. plans.Select(plan => plan.PersonId)];
        var people = (await directory.GetPeopleAsync(ids, cancellationToken)).ToDictionary(person => person.Id);
        var reached = (await accounts.GetReachableAccountsAsync(workspace, ids, cancellationToken)).ToDictionary(identity =>
            identity.PersonId);
        var habits = await store.GetPreferencesAsync(ids, cancellationToken);
        var sent = await store.GetSentPromptsAsync(ids, now.AddDays(-PromptRules.FreshDays), cancellationToken);

        List<Guest> guests = [];
        foreach (var plan in plans)
        {
            if (people.GetValueOrDefault(plan.PersonId) is not { CanReceive: true } person
                || reached.GetValueOrDefault(person.Id) is not { } account)
            {
                plan.Reschedule(now + outOfReach);
                continue;
            }

            var moment = PromptDecision.Decide(now, plan, calendars.For(person), [.. habits[person.Id]], rules);
            plan.Reschedule(moment.NextAt);
            if (!moment.Kinds.IsEmpty)
            {
                guests.Add(new Guest(
                    new PromptCandidate(person, moment.Today, [.. sent[person.Id]]),
                    moment,
                    plan,
                    account,
                    habits[person.Id]));
            }
        }

        return guests;
    }

    private bool TrySend(Guest guest, PromptKind kind, PromptContent content, DateTimeOffset now)
    {
        var (candidate, person) = (guest.Candidate, guest.Candidate.Person);
        var used = candidate.SentOf(kind).Select(prompt => prompt.Text).ToHashSet(StringComparer.Ordinal);
        if (PromptTexts.Pick(kind, content.Placeholders, used, person.Id.GetHashCode() + candidate.Today.DayNumber) is not { } text)
        {
            return false;
        }

        var prompt = new Prompt
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = person.OrganisationId,
            PersonId = person.Id,
            Kind = kind,
            Day = candidate.Today,
            SentAt = now,
            Text = text.Id,
            Subject = content.Subject,
        };
        var becomesSlower = (guest.Habits.FirstOrDefault(habit => habit.Kind == kind) ?? store.Add(person, kind)).RecordSent(
            candidate.Today);
        store.Add(prompt);
        guest.Plan.RecordProactiveMessage(candidate.Today, now);
        outboxWriter.ToAccount(
            guest.Account,
            PromptMessages.Prompt(prompt.Id, text.Text, content, becomesSlower),
            $"prompt.{kind}",
            prompt.Id,
            calendars.For(person).EndOfWorkday(candidate.Today));
        if (rules.MaxPerDay > 1)
        {
            guest.Plan.Reschedule(now + betweenTwo);
        }

        return true;
    }
}
