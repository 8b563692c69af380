using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>A department that helps often and is thanked for few.</summary>
/// <param name="Department">Which.</param>
/// <param name="Helps">How often it helped others.</param>
/// <param name="Thanked">How many of these were answered with thanks.</param>
public sealed record UnsungDepartment(Department Department, int Helps, int Thanked);
