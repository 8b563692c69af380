using RelateBot.Domain.People;

namespace RelateBot.Domain.Prompts;

/// <summary>The limit on proactive messages: everything that writes to a person unasked must reserve its place here.</summary>
public interface IProactiveMessageBudget
{
    /// <summary>Reserves one proactive message for every one of these people.</summary>
    /// <returns>False when someone isn't at work, has paused, or has reached a limit. If a limit is the reason, prompts are held back so
    /// that the next try in an hour can succeed.</returns>
    Task<bool> TryReserveAsync(IReadOnlyCollection<Person> people, CancellationToken cancellationToken);

    /// <summary>Which of these people have paused all messages on this day.</summary>
    Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(IReadOnlyCollection<Guid> personIds, DateOnly day, CancellationToken cancellationToken);
}
