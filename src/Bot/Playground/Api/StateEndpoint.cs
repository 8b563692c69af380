using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Features.Guide;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Returns everything except messages: the people, the conversations, RelateBot's commands and the time.</summary>
internal static class StateEndpoint
{
    // The demo's main person, who is preselected on a first visit.
    private const string First = "mark";

    public static async Task<State> HandleAsync(
        VisitorResolver visitors,
        Channels channels,
        OrganisationScope organisations,
        TimeProvider clock,
        CancellationToken cancellationToken,
        string? @as = null)
    {
        var people = await visitors.EverybodyAsync(cancellationToken);
        var me = @as is null
            ? people.FirstOrDefault(visitor => visitor.Account == First) ?? (people is [var any, ..] ? any : null)
            : await visitors.EnterAsync(@as, cancellationToken);
        if (me is null)
        {
            throw new PlaygroundException(
                StatusCodes.Status404NotFound,
                "Nobody is here yet. Import your people with import-roster and start again, or set Demo:Enabled to true to meet a made-up "
                    + "organisation.");
        }

        var (organisation, departments, newest) = await organisations.RunAsync(
            me.Workspace.OrganisationId,
            async (RelateDbContext context, IPeopleDirectory directory, CancellationToken token) =>
                (
                    await OrganisationAsync(context, me, token),
                    await directory.AllDepartmentsAsync(token),
                    await NewestAsync(context, me, token)),
            cancellationToken);
        return new State(
            me.Account,
            organisation.Name,
            clock.GetUtcNow(),
            [
                .. people.Select(visitor => new PersonView(
                    visitor.Person.Id,
                    visitor.Account,
                    visitor.Person.Name,
                    departments.FirstOrDefault(department => department.Id == visitor.Person.DepartmentId)?.Name,
                    visitor.Person.TimeZone ?? organisation.TimeZone)),
            ],
            [.. departments.Select(department => new DepartmentView(department.Id, department.Handle, department.Name))],
            [
                .. channels.All.Select(channel => new ConversationView(channel.Name, channel.Topic, Newest(channel.Name))),
                new ConversationView(me.DirectMessages, "Only you and RelateBot", Newest(me.DirectMessages)),
            ],
            CommandGuide.All);

        DateTimeOffset? Newest(string conversation) => newest.TryGetValue(conversation, out var at) ? at : null;
    }

    private static Task<Organisation> OrganisationAsync(RelateDbContext context, Visitor me, CancellationToken cancellationToken) =>
        context.Organisations.AsNoTracking().FirstAsync(stored => stored.Id == me.Workspace.OrganisationId, cancellationToken);

    /// <summary>The time of the newest message by someone else that this person may see, by conversation.</summary>
    private static Task<Dictionary<string, DateTimeOffset>> NewestAsync(
        RelateDbContext context, Visitor me, CancellationToken cancellationToken) =>
        context.PlaygroundMessages.WhereVisibleTo(me.Account).Where(message => message.Author == null || message.Author != me.Account)
            .GroupBy(message => message.Conversation)
            .Select(group => new { group.Key, At = group.Max(message => message.CreatedAt) })
            .ToDictionaryAsync(group => group.Key, group => group.At, StringComparer.Ordinal, cancellationToken);

    internal sealed record State(
        string Me,
        string Organisation,
        DateTimeOffset Now,
        ImmutableArray<PersonView> People,
        ImmutableArray<DepartmentView> Departments,
        ImmutableArray<ConversationView> Conversations,
        ImmutableArray<CommandGuide> Commands);

    internal sealed record PersonView(Guid Id, string Handle, string Name, string? Department, string TimeZone);

    internal sealed record DepartmentView(Guid Id, string Handle, string Name);

    /// <summary>A conversation.</summary>
    /// <param name="Id">Its name in requests.</param>
    /// <param name="Topic">Its purpose.</param>
    /// <param name="Newest">The time of the newest message by someone else that this person may see.</param>
    internal sealed record ConversationView(string Id, string Topic, DateTimeOffset? Newest);
}
