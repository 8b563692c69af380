using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Prompts;

/// <summary>Reads the data that prompts are based on, for many people at once.</summary>
public sealed class PromptDataReader(RelateDbContext context)
{
    /// <summary>Returns, by person, their exchanges with other people since a moment (UTC), newest first.</summary>
    public async Task<ILookup<Guid, Contact>> ContactsAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var received = await Standing()
            .Where(exchange => exchange.ToPersonId != null && personIds.Contains(exchange.ToPersonId.Value) && exchange.OccurredAt >= since)
            .Select(exchange => new Contact(exchange.ToPersonId!.Value, exchange.FromPersonId, exchange.Kind, false, exchange.OccurredAt))
            .ToListAsync(cancellationToken);
        var given = await Standing()
            .Where(exchange => exchange.ToPersonId != null && personIds.Contains(exchange.FromPersonId) && exchange.OccurredAt >= since)
            .Select(exchange => new Contact(exchange.FromPersonId, exchange.ToPersonId!.Value, exchange.Kind, true, exchange.OccurredAt))
            .ToListAsync(cancellationToken);
        return received.Concat(given).OrderByDescending(contact => contact.At).ToLookup(contact => contact.PersonId);
    }

    /// <summary>Returns these people's asks that someone took before a moment (UTC) and that got no reply to the follow-up.</summary>
    public async Task<IReadOnlyList<Ask>> SilentAsksAsync(
        IReadOnlyCollection<Guid> askerIds,
        DateTimeOffset takenBefore,
        CancellationToken cancellationToken) => await context.Asks.AsNoTracking()
        .Where(ask => askerIds.Contains(ask.AskerId) && ask.State == AskState.Taken && ask.NextStepAt == null && ask.TakenAt < takenBefore)
        .OrderBy(ask => ask.TakenAt).ToListAsync(cancellationToken);

    /// <summary>Returns the helpers of each ask.</summary>
    public async Task<ILookup<Guid, Guid>> HelpersAsync(IReadOnlyCollection<Guid> askIds, CancellationToken cancellationToken) =>
        (await context.AskHelpers.AsNoTracking().Where(helper => askIds.Contains(helper.AskId)).ToListAsync(cancellationToken)).ToLookup(
            helper => helper.AskId,
            helper => helper.PersonId);

    /// <summary>Returns which of these people have an active ask or asked for help since a moment (UTC).</summary>
    public async Task<IReadOnlySet<Guid>> AskersAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken) => (await context.Asks
        .Where(
            ask => personIds.Contains(ask.AskerId) && (ask.AskedAt >= since || ask.State == AskState.Open || ask.State == AskState.Taken))
        .Select(ask => ask.AskerId).Distinct().ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>Returns how often each department's people helped each of these people since a moment (UTC), and the reverse.</summary>
    public async Task<ILookup<Guid, Leaning>> LeaningsAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var received = await Standing()
            .Where(exchange =>
                exchange.Kind == ExchangeKind.Help
                    && exchange.ToPersonId != null
                    && personIds.Contains(exchange.ToPersonId.Value)
                    && exchange.FromDepartmentId != null
                    && exchange.OccurredAt >= since)
            .GroupBy(exchange => new { PersonId = exchange.ToPersonId!.Value, DepartmentId = exchange.FromDepartmentId!.Value })
            .Select(helps => new { helps.Key.PersonId, helps.Key.DepartmentId, Count = helps.Count() }).ToListAsync(cancellationToken);
        var given = await Standing()
            .Where(exchange =>
                exchange.Kind == ExchangeKind.Help
                    && personIds.Contains(exchange.FromPersonId)
                    && exchange.ToDepartmentId != null
                    && exchange.OccurredAt >= since)
            .GroupBy(exchange => new { PersonId = exchange.FromPersonId, DepartmentId = exchange.ToDepartmentId!.Value })
            .Select(helps => new { helps.Key.PersonId, helps.Key.DepartmentId, Count = helps.Count() }).ToListAsync(cancellationToken);
        var back = given.ToDictionary(helps => (helps.PersonId, helps.DepartmentId), helps => helps.Count);
        return received
            .Select(helps =>
                new Leaning(helps.PersonId, helps.DepartmentId, helps.Count, back.GetValueOrDefault((helps.PersonId, helps.DepartmentId))))
            .OrderByDescending(leaning => leaning.Received).ToLookup(leaning => leaning.PersonId);
    }

    /// <summary>Returns, by department, the oldest open public ask by one of its people.</summary>
    public async Task<IReadOnlyDictionary<Guid, Ask>> OpenAsksAsync(
        IReadOnlyCollection<Guid> departmentIds,
        CancellationToken cancellationToken) => (await context.Asks.AsNoTracking()
        .Where(ask =>
            ask.AskerDepartmentId != null
                && departmentIds.Contains(ask.AskerDepartmentId.Value)
                && ask.State == AskState.Open
                && ask.IsPublic)
        .OrderBy(ask => ask.AskedAt).ToListAsync(cancellationToken))
            .DistinctBy(ask => ask.AskerDepartmentId!.Value)
            .ToDictionary(ask => ask.AskerDepartmentId!.Value);

    /// <summary>Returns, by head, a department of theirs whose page is empty or wasn't updated since a moment (UTC).</summary>
    public async Task<IReadOnlyDictionary<Guid, Department>> StalePagesAsync(
        IReadOnlyCollection<Guid> headIds,
        DateTimeOffset before,
        CancellationToken cancellationToken) => (await context.Departments.AsNoTracking()
        .Where(department =>
            department.HeadId != null
                && headIds.Contains(department.HeadId.Value)
                && (department.HowToHelpAt == null || department.HowToHelpAt < before))
        .OrderBy(department => department.Id).ToListAsync(cancellationToken))
            .DistinctBy(department => department.HeadId!.Value)
            .ToDictionary(department => department.HeadId!.Value);

    /// <summary>Returns, by department, the people who helped its people since a moment (UTC), the most frequent first.</summary>
    public async Task<ILookup<Guid, Helper>> HelpersOfAsync(
        IReadOnlyCollection<Guid> departmentIds,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var helpers = await Standing()
            .Where(exchange =>
                exchange.Kind == ExchangeKind.Help
                    && exchange.ToDepartmentId != null
                    && departmentIds.Contains(exchange.ToDepartmentId.Value)
                    && exchange.OccurredAt >= since)
            .GroupBy(exchange => new { DepartmentId = exchange.ToDepartmentId!.Value, exchange.FromPersonId, exchange.FromDepartmentId })
            .Select(helps => new { helps.Key.DepartmentId, helps.Key.FromPersonId, helps.Key.FromDepartmentId, Count = helps.Count() })
            .ToListAsync(cancellationToken);
        return helpers.OrderByDescending(helper => helper.Count).ThenBy(helper => helper.FromPersonId)
            .ToLookup(helper => helper.DepartmentId, helper => new Helper(helper.FromPersonId, helper.FromDepartmentId, helper.Count));
    }

    /// <summary>Returns, by owner, the focus-list entries that are due, the longest overdue first.</summary>
    public async Task<ILookup<Guid, FocusPerson>> DueFivesAsync(
        IReadOnlyCollection<Guid> ownerIds,
        DateTimeOffset now,
        CancellationToken cancellationToken) => (await context.FocusPeople.AsNoTracking()
        .Where(entry => ownerIds.Contains(entry.OwnerId) && entry.DueAt <= now).OrderBy(entry => entry.DueAt)
            .ToListAsync(cancellationToken)).ToLookup(entry => entry.OwnerId);

    /// <summary>Returns, by person, ties with several active weeks but none since a given week.</summary>
    public async Task<ILookup<Guid, Tie>> SilentTiesAsync(
        IReadOnlyCollection<Guid> personIds,
        DateOnly silentSince,
        DateOnly notBefore,
        CancellationToken cancellationToken)
    {
        var asFirst = await context.Ties
            .AsNoTracking()
            .Where(tie => personIds.Contains(tie.FirstPersonId) && tie.Week <= silentSince && tie.Week >= notBefore && tie.Weeks > 2)
            .ToListAsync(cancellationToken);
        var asSecond = await context.Ties
            .AsNoTracking()
            .Where(tie => personIds.Contains(tie.SecondPersonId) && tie.Week <= silentSince && tie.Week >= notBefore && tie.Weeks > 2)
            .ToListAsync(cancellationToken);
        return asFirst
            .Select(tie => (PersonId: tie.FirstPersonId, Tie: tie))
            .Concat(asSecond.Select(tie => (PersonId: tie.SecondPersonId, Tie: tie)))
            .ToLookup(row => row.PersonId, row => row.Tie);
    }

    private IQueryable<Exchange> Standing() => context.Exchanges.AsNoTracking()
        .Where(exchange => exchange.CorrectsId == null && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id));

    /// <summary>An act between a person and another one.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="OtherId">The other person.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="IsMine">True when the person did it; false when the other person did.</param>
    /// <param name="At">When it happened (UTC).</param>
    public sealed record Contact(Guid PersonId, Guid OtherId, ExchangeKind Kind, bool IsMine, DateTimeOffset At);

    /// <summary>How often a department's people helped a person, and how often the person helped them.</summary>
    public sealed record Leaning(Guid PersonId, Guid DepartmentId, int Received, int Given);

    /// <summary>A person who helped, their department, and how often they helped.</summary>
    public sealed record Helper(Guid PersonId, Guid? DepartmentId, int Count);
}
