using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>When people work.</summary>
public interface IWorkingHours
{
    /// <summary>True when the person is at work at that moment.</summary>
    bool Includes(Person person, DateTimeOffset moment);
}
