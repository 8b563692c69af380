using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Prompts;

/// <summary>What prompts are based on, read for many people at once.</summary>
public sealed class PromptDataReader(RelateDbContext context)
{
    /// <summary>By person, what stands in the ledger between them and other people since then, newest first.</summary>
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

    /// <summary>
    /// What these people asked that somebody took before then, and of which nothing was heard since they were asked about it.
    /// </summary>
    public async Task<IReadOnlyList<Ask>> SilentAsksAsync(
        IReadOnlyCollection<Guid> askerIds,
        DateTimeOffset takenBefore,
        CancellationToken cancellationToken) => await context.Asks.AsNoTracking()
        .Where(ask => askerIds.Contains(ask.AskerId) && ask.State == AskState.Taken && ask.NextStepAt == null && ask.TakenAt < takenBefore)
        .OrderBy(ask => ask.TakenAt).ToListAsync(cancellationToken);

    /// <summary>By ask, who helps with it.</summary>
    public async Task<ILookup<Guid, Guid>> HelpersAsync(IReadOnlyCollection<Guid> askIds, CancellationToken cancellationToken) =>
        (await context.AskHelpers.AsNoTracking().Where(helper => askIds.Contains(helper.AskId)).ToListAsync(cancellationToken)).ToLookup(
            helper => helper.AskId,
            helper => helper.PersonId);

    /// <summary>Which of these people asked for help since then, or wait for some.</summary>
    public async Task<IReadOnlySet<Guid>> AskersAsync(
        IReadOnlyCollection<Guid> personIds,
        DateTimeOffset since,
        CancellationToken cancellationToken) => (await context.Asks
        .Where(
            ask => personIds.Contains(ask.AskerId) && (ask.AskedAt >= since || ask.State == AskState.Open || ask.State == AskState.Taken))
        .Select(ask => ask.AskerId).Distinct().ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>How often each department's people helped each of these people since then, and the other way round.</summary>
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

    /// <summary>By department, the oldest public ask of one of its people that nobody took yet.</summary>
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

    /// <summary>By head, a department of theirs whose page says nothing, or nothing since then.</summary>
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

    /// <summary>By department, who helped its people since then, most often first.</summary>
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

    /// <summary>By owner, with whom of their five it is time to be in touch, the longest due first.</summary>
    public async Task<ILookup<Guid, FocusPerson>> DueFivesAsync(
        IReadOnlyCollection<Guid> ownerIds,
        DateTimeOffset now,
        CancellationToken cancellationToken) => (await context.FocusPeople.AsNoTracking()
        .Where(entry => ownerIds.Contains(entry.OwnerId) && entry.DueAt <= now).OrderBy(entry => entry.DueAt)
            .ToListAsync(cancellationToken)).ToLookup(entry => entry.OwnerId);

    /// <summary>By person, ties in which something happened in several weeks, and nothing since then.</summary>
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

    /// <summary>One act between somebody and another.</summary>
    /// <param name="PersonId">Whose view it is.</param>
    /// <param name="OtherId">The other one.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="IsMine">True when the person did it, false when the other one did.</param>
    /// <param name="At">When (UTC).</param>
    public sealed record Contact(Guid PersonId, Guid OtherId, ExchangeKind Kind, bool IsMine, DateTimeOffset At);

    /// <summary>How often a department's people helped somebody, and were helped by them.</summary>
    public sealed record Leaning(Guid PersonId, Guid DepartmentId, int Received, int Given);

    /// <summary>Somebody who helped, from which department, and how often.</summary>
    public sealed record Helper(Guid PersonId, Guid? DepartmentId, int Count);
}
