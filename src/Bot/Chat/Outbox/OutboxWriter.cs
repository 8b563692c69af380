using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Puts messages into the outbox, to be committed with the reason for them.</summary>
public sealed class OutboxWriter(OutboxStore outbox, IAccountStore accounts, TimeProvider clock)
{
    /// <summary>The purpose of what a person was answered at once.</summary>
    public const string Answer = "answer";

    /// <summary>
    /// A direct message to each of these people: in the workspace where it happened if they have an account there, else in
    /// another one of theirs. Somebody without any account is left out.
    /// </summary>
    public Task ToPeopleAsync(
        Workspace workspace,
        IReadOnlyCollection<Person> people,
        ChatMessage message,
        string purpose,
        Guid? actId,
        CancellationToken cancellationToken) =>
        ToPeopleAsync(workspace, people, message, purpose, actId, notAfter: null, cancellationToken);

    /// <summary>The same, of use until a moment if one is named.</summary>
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
    /// The same for each of these people who has an account. It is kept for the others, and sent if an account of theirs appears in time.
    /// </summary>
    /// <returns>The others.</returns>
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

    /// <summary>Those of these people who have an account somewhere.</summary>
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

    /// <summary>What waited for an account goes to this one.</summary>
    public void SendWaiting(OutboxMessage waiting, Identity account)
    {
        outbox.Remove(waiting);
        outbox.Add(OutboxPost.Create(waiting, account, clock.GetUtcNow()));
    }

    /// <summary>A direct message from one person to another; its author is told if it cannot be delivered.</summary>
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

    /// <summary>A direct message to an account, of use until a moment.</summary>
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
    /// A message to a chat of several people, by their accounts in the workspace, where <see cref="IChatPlatform.CanOpenGroupChatsAsync"/>;
    /// of use until a moment if one is named.
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

    /// <summary>A message to a channel of a workspace.</summary>
    public void ToChannel(Workspace workspace, string channel, ChatMessage message, string purpose, Guid? actId = null) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"channel:{workspace.Id:N}:{channel}",
            new Destination.ToChannel(channel),
            message,
            purpose,
            actId);

    /// <summary>The answer to a request that its platform cannot carry in the response.</summary>
    public void ToReply(Workspace workspace, string replyAddress, ChatReply.Answer answer) =>
        Add(
            workspace.OrganisationId,
            workspace.Id,
            $"reply:{Guid.CreateVersion7(clock.GetUtcNow()):N}",
            new Destination.ToReply(replyAddress, answer.ReplacesOriginal),
            answer.Message,
            Answer,
            answer.ActId);

    /// <summary>Other words in place of a post, once it has been sent.</summary>
    public void Replace(OutboxMessage post, ChatMessage message)
    {
        if (post.Status is not OutboxStatus.Waiting)
        {
            Follow(post, OutboxOperation.Update, message);
            return;
        }

        // Nobody has seen it, so other words simply wait in its place.
        outbox.Remove(post);
        Keep(OutboxPost.Create(
            clock.GetUtcNow(), post.OrganisationId, post.WorkspaceId, post.Conversation, new Destination.ToPerson(""),
            message, post.Purpose, post.ActId, post.PersonId, post.NotAfter, post.AuthorId));
    }

    /// <summary>Takes a post back: out of the outbox when it has not left yet, else by deleting it where it went.</summary>
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
