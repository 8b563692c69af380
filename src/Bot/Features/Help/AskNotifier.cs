using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Help;

/// <summary>Sends asks to the people who can help, and keeps all messages about an ask up to date.</summary>
public sealed class AskNotifier(
    OutboxWriter outboxWriter,
    OutboxStore outbox,
    AskLifecycle lifecycle,
    IOptions<OrganisationOptions> organisation)
{
    /// <summary>Purpose of a post in a channel.</summary>
    public const string Posted = "ask.posted";

    /// <summary>Purpose of a message to a person who was asked directly.</summary>
    public const string AskedOf = "ask.asked";

    /// <summary>Purpose of a message to a helper.</summary>
    public const string Helping = "ask.helping";

    /// <summary>Purpose of a message to the asker.</summary>
    public const string Owner = "ask.owner";

    // More direct messages would be a broadcast. If a department has more people, only its head is asked.
    private const int MostTold = 20;

    /// <summary>Notifies the people who are asked.</summary>
    /// <returns>The channel, or null and how many people were notified directly.</returns>
    public async Task<(string? Channel, int Told)> NotifyAsync(Workspace workspace, AskDetails details, CancellationToken cancellationToken)
    {
        var (channel, people) = await AudienceAsync(details, cancellationToken);
        if (channel is not null)
        {
            outboxWriter.ToChannel(workspace, channel, AskMessages.Posted(details), Posted, details.Ask.Id);
        }

        await outboxWriter.ToPeopleAsync(workspace, people, AskMessages.AskedOf(details), AskedOf, details.Ask.Id, cancellationToken);
        return (channel, people.Count);
    }

    /// <summary>Reminds the people who were asked.</summary>
    public async Task RemindAsync(Workspace workspace, AskDetails details, CancellationToken cancellationToken)
    {
        var (channel, people) = await AudienceAsync(details, cancellationToken);
        if (channel is not null)
        {
            outboxWriter.ToChannel(workspace, channel, AskMessages.StillOpen(details), Posted, details.Ask.Id);
        }

        await outboxWriter.ToPeopleAsync(workspace, people, AskMessages.StillOpen(details), AskedOf, details.Ask.Id, cancellationToken);
    }

    /// <summary>Asks a person whom a colleague suggested. False when they were asked before.</summary>
    public async Task<bool> TrySuggestAsync(
        Workspace workspace,
        AskDetails details,
        Person named,
        Person by,
        CancellationToken cancellationToken)
    {
        var posts = await outbox.PostsOfActAsync(details.Ask.Id, cancellationToken);
        if (posts.Any(post => post.Purpose == AskedOf && post.PersonId == named.Id))
        {
            return false;
        }

        await outboxWriter.ToPeopleAsync(workspace, [named], AskMessages.Suggested(details, by), AskedOf, details.Ask.Id,
            cancellationToken);
        return true;
    }

    /// <summary>Sends a message to the asker.</summary>
    public Task NotifyAskerAsync(Workspace workspace, AskDetails details, ChatMessage message, CancellationToken cancellationToken) =>
        outboxWriter.ToPeopleAsync(workspace, [details.Asker], message, Owner, details.Ask.Id, cancellationToken);

    /// <summary>Sends a helper what they need to know.</summary>
    public Task NotifyHelperAsync(Workspace workspace, AskDetails details, Person helper, CancellationToken cancellationToken) =>
        outboxWriter.ToPeopleAsync(workspace, [helper], AskMessages.Yours(details), Helping, details.Ask.Id, cancellationToken);

    /// <summary>Updates the messages about an ask after a change.</summary>
    public async Task UpdatePostedMessagesAsync(AskDetails details, CancellationToken cancellationToken)
    {
        foreach (var post in await outbox.PostsOfActAsync(details.Ask.Id, cancellationToken))
        {
            switch (post.Purpose)
            {
                case Posted:
                    outboxWriter.Replace(post, AskMessages.Posted(details));
                    break;
                case AskedOf:
                    outboxWriter.Replace(post, AskMessages.AskedOf(details));
                    break;
                case Owner when !details.Ask.IsActive:
                    outboxWriter.Replace(post, AskMessages.OverForAsker(details));
                    break;
                case Helping when details.Helpers.FirstOrDefault(helper => helper.Id == post.PersonId) is { } helper
                    && !details.Ask.IsActive:
                    outboxWriter.Replace(post, AskMessages.NoLongerYours(details, helper));
                    break;
            }
        }
    }

    /// <summary>Updates a helper's message after they handed the ask back.</summary>
    public async Task CloseHelperMessageAsync(AskDetails details, Person helper, CancellationToken cancellationToken)
    {
        foreach (var post in (await outbox.PostsOfActAsync(details.Ask.Id, cancellationToken)).Where(post =>
            post.Purpose == Helping && post.PersonId == helper.Id))
        {
            outboxWriter.Replace(post, AskMessages.NoLongerYours(details, helper));
        }
    }

    /// <summary>
    /// Finds who is asked. An ask about a topic goes to the people who offer it, as a direct message. Otherwise it is posted in the
    /// channel, if it has one, or goes to the people asked.
    /// </summary>
    private async Task<(string? Channel, IReadOnlyList<Person> People)> AudienceAsync(
        AskDetails details,
        CancellationToken cancellationToken)
    {
        var people = details.Ask.Topic is not null || Channel(details) is null
            ? await lifecycle.GetAskedPeopleAsync(details, cancellationToken)
            : [];
        return people.Count == 0
            ? (Channel(details), [])
            : (
                null,
                people.Count > MostTold && people.FirstOrDefault(person => person.Id == details.Department?.HeadId) is { } head
                    ? [head]
                    : [.. people.Take(MostTold)]);
    }

    /// <summary>The channel for the ask: the department's own, or the general one. Null when it isn't for a channel.</summary>
    private string? Channel(AskDetails details) => details switch
    {
        { Ask.IsPublic: false } => null,
        { Department.HelpChannel: { Length: > 0 } own } => own,
        _ => organisation.Value.HelpChannel is { Length: > 0 } general ? general : null,
    };
}
