using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Adds messages to the outbox. They are committed together with the change that caused them.</summary>
public sealed class OutboxWriter(OutboxStore outbox, IAccountStore accounts, TimeProvider clock)
{
    /// <summary>The purpose of an immediate answer.</summary>
    public const string Answer = "answer";

    /// <summary>
    /// Sends a direct message to each of these people: in this workspace if they have an account there, otherwise in another one of theirs.
    /// People without any account are left out.
    /// </summary>
    /// <param name="workspace">The preferred workspace.</param>
    /// <param name="people">The receivers.</param>
    /// <param name="message">The message.</param>
    /// <param name="purpose">What kind of message it is, for later lookups and for logs.</param>
    /// <param name="actId">The act that the message is about, so that it can be found again; null for none.</param>
    /// <param name="cancellationToken">Cancels the lookup of accounts.</param>
    public Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        CancellationToken cancellationToken) =>
        ToPeopleAsync(workspace, people, message, purpose, actId, notAfter: null, cancellationToken);

    /// <summary>
    /// Sends a direct message to each of these people, unless it can't be sent before <paramref name="notAfter"/> (UTC; null for no limit).
    /// </summary>
    public async Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        DateTimeOffset? notAfter,
        CancellationToken cancellationToken)
    {
        foreach (var identity in await accounts.GetReachableAccountsAsync(
            workspace,
            [.. people.Select(person => person.Id)],
            cancellationToken))
        {
            Add(
                workspace.OrganisationId,
                identity.WorkspaceId,
                $"person:{identity.PersonId:N}",
                new Destination.ToPerson(identity.ExternalId),
                message,
                purpose,
                actId,
                identity.PersonId,
                notAfter);
        }
    }

    /// <summary>
    /// Sends a direct message to each of these people who has an account. For the others it is kept, and sent if they get an account before
    /// <paramref name="waitUntil"/> (UTC).
    /// </summary>
    /// <returns>The people without an account.</returns>
    public async Task<IReadOnlyList<Person>> ToPeopleOrLaterAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid actId,
        DateTimeOffset waitUntil,
        CancellationToken cancellationToken)
    {
        var reachable = await GetReachableAsync(workspace, people, cancellationToken);
        await ToPeopleAsync(workspace, reachable, message, purpose, actId, cancellationToken);
        List<Person> others = [.. people.Except(reachable)];
        foreach (var person in others)
        {
            Keep(OutboxPost.Create(
                clock.GetUtcNow(), workspace.OrganisationId, workspace.Id, $"person:{person.Id:N}", new Destination.ToPerson(""),
                message, purpose, actId, person.Id, waitUntil));
        }

        return others;
    }

    /// <summary>Returns the people who have an account in any workspace.</summary>
    public async Task<IReadOnlyList<Person>> GetReachableAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        CancellationToken cancellationToken)
    {
        var reached = (await accounts.GetReachableAccountsAsync(workspace, [.. people.Select(person => person.Id)], cancellationToken))
            .Select(account => account.PersonId)
            .ToHashSet();
        return [.. people.Where(person => reached.Contains(person.Id))];
    }

    /// <summary>Sends a message that waited for this account.</summary>
    public void SendWaiting(OutboxMessage waiting, Identity account)
    {
        outbox.Remove(waiting);
        outbox.Add(OutboxPost.Create(waiting, account, clock.GetUtcNow()));
    }

    /// <summary>Sends a direct message from one person to another. The author is told if it can't be delivered.</summary>
    public async Task ToPersonFromAsync(
        Workspace workspace,
        Person author,
        Person receiver,
        ChatMessage message,
        string purpose,
        Guid? actId,
        CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.GetReachableAccountsAsync(workspace, [receiver.Id], cancellationToken))
        {
            outbox.Add(OutboxPost.Create(
                clock.GetUtcNow(), workspace.OrganisationId, account.WorkspaceId, $"person:{receiver.Id:N}",
                new Destination.ToPerson(account.ExternalId), message, purpose, actId, receiver.Id, notAfter: null, author.Id));
        }
    }

    /// <summary>Sends a direct message to an account, unless it can't be sent before <paramref name="notAfter"/> (UTC).</summary>
    public void ToAccount(Identity identity, ChatMessage message, string purpose, Guid? actId, DateTimeOffset notAfter) => Add(
        identity.OrganisationId,
        identity.WorkspaceId,
        $"person:{identity.PersonId:N}",
        new Destination.ToPerson(identity.ExternalId),
        message,
        purpose,
        actId,
        identity.PersonId,
        notAfter);

    /// <summary>
    /// Sends a message to a group chat with these accounts, where <see cref="IChatPlatform.CanOpenGroupChatsAsync"/> is true, unless it
    /// can't be sent before <paramref name="notAfter"/> (UTC; null for no limit).
    /// </summary>
    public void ToGroup(
        Workspace workspace,
        ImmutableArray<string> externalIds,
        ChatMessage message,
        string purpose,
        Guid actId,
        DateTimeOffset? notAfter = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"group:{workspace.Id:N}:{actId:N}",
            new Destination.ToGroup(externalIds),
            message,
            purpose,
            actId,
            notAfter: notAfter);

    /// <summary>Sends a message to a channel, by name (<c>#kudos</c>) or platform id.</summary>
    public void ToChannel(Workspace workspace, string channel, ChatMessage message, string purpose, Guid? actId = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"channel:{workspace.Id:N}:{channel}",
            new Destination.ToChannel(channel),
            message,
            purpose,
            actId);

    /// <summary>Sends the answer to a request whose platform can't carry it in the response.</summary>
    public void ToReply(Workspace workspace, string replyAddress, ChatReply.Answer answer) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"reply:{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            new Destination.ToReply(replyAddress, answer.ReplacesOriginal),
            answer.Message,
            Answer,
            answer.ActId);

    /// <summary>Replaces the content of a post: after it has been sent, or at once while it waits for an account.</summary>
    public void Replace(OutboxMessage post, ChatMessage message)
    {
        if (post.Status is not OutboxStatus.Waiting)
        {
            Follow(post, OutboxOperation.Update, message);
            return;
        }

        // No one has seen it, so the new content waits in its place.
        outbox.Remove(post);
        Keep(OutboxPost.Create(
            clock.GetUtcNow(), post.OrganisationId, post.WorkspaceId, post.Conversation, new Destination.ToPerson(""),
            message, post.Purpose, post.ActId, post.PersonId, post.NotAfter, post.AuthorId));
    }

    /// <summary>Takes a post back: withdraws it if it hasn't been sent, otherwise deletes it on the platform.</summary>
    public void Retract(OutboxMessage post)
    {
        if (!post.TryWithdraw(clock.GetUtcNow()))
        {
            Follow(post, OutboxOperation.Delete, message: null);
        }
    }

    private void Keep(OutboxMessage post)
    {
        post.WaitForAccount(clock.GetUtcNow());
        outbox.Add(post);
    }

    private void Follow(OutboxMessage post, OutboxOperation operation, ChatMessage? message) => outbox.Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        OrganisationId = post.OrganisationId,
        WorkspaceId = post.WorkspaceId,
        Conversation = post.Conversation,
        Operation = operation,
        TargetId = post.Id,
        Destination = post.Destination,
        Content = message is null ? null : JsonSerializer.Serialize(message, ChatJson.Readable.ChatMessage),
        ActId = post.ActId,
        Purpose = post.Purpose,
        PersonId = post.PersonId,
        CreatedAt = clock.GetUtcNow(),
    });

    private void Add(
        Guid organisationId,
        Guid workspaceId,
        string conversation,
        Destination destination,
        ChatMessage message,
        string purpose,
        Guid? actId = null,
        Guid? personId = null,
        DateTimeOffset? notAfter = null) =>
        outbox.Add(OutboxPost.Create(
            clock.GetUtcNow(), organisationId, workspaceId, conversation, destination, message, purpose, actId, personId, notAfter));
}
